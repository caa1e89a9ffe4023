package dev.darkroom.app.cli;

import dev.darkroom.app.GenerationClock;
import dev.darkroom.app.OutputPlace;
import dev.darkroom.app.studio.Order;
import dev.darkroom.app.studio.Recipes;
import dev.darkroom.app.studio.RequestOptions;
import dev.darkroom.app.studio.Studio;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.spi.Cancellation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes pictures.
@Command(
    name = "generate",
    description = "Makes pictures from a prompt, or a picture again from its recipe.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  darkroom generate \"a red apple\" --output apple.png",
      "  darkroom generate \"a cat\" --negative \"dog\" --sampler euler-a --steps 30 --cfg 5"
          + " --count 4",
      "  darkroom generate \"a cat\" --sampler ddim --set eta=0.5 --schedule model",
      "  darkroom generate --from apple.png --output again.png"
    })
final class GenerateCommand implements Callable<Integer> {

  private static final int MAX_COUNT = 10_000;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "PROMPT", description = "What the picture shows.")
  private @Nullable String prompt;

  @Option(
      names = "--from",
      paramLabel = "PICTURE",
      description = "Make this picture again; options given beside it change what they say.")
  private @Nullable Path from;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many batches to make, with consecutive seeds.")
  private int count;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "PNG file or folder. Default: darkroom-<seed>.png in the current folder.")
  private String output = "";

  @Mixin private final ModelOption models = new ModelOption();
  @Mixin private final RequestOptions options = new RequestOptions();
  @Mixin private final EngineOptions engine = new EngineOptions();
  @Mixin private final JsonOption json = new JsonOption();

  private final Cancellation cancellation;

  GenerateCommand(Cancellation cancellation) {
    this.cancellation = cancellation;
  }

  @Override
  public Integer call() {
    Optional<Recipe> recipe = Optional.ofNullable(from).map(Recipes::read);
    if (prompt == null && recipe.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "Missing PROMPT: what the picture shows");
    }
    OptionalInt only = options.sayWhichPictures() ? OptionalInt.empty() : index(recipe);
    OutputPlace place = OutputPlace.of(output, pictures(only));
    PrintWriter err = spec.commandLine().getErr();
    try (ProgressDisplay display = new ProgressDisplay(err);
        Studio studio = Workplace.studio(spec.commandLine())) {
      GenerationRun.Watch watch =
          new GenerationRun.Watch(
              new GenerationClock(display), notice -> err.println("darkroom: " + notice));
      GenerationRun run = new GenerationRun(studio, place, watch, cancellation);
      GenerationReport report = run.run(order(recipe), count, only);
      recipe.ifPresent(made -> Recipes.differences(made, report.first()).forEach(err::println));
      show(report);
    }
    return ExitCode.OK.number();
  }

  private Order order(Optional<Recipe> recipe) {
    return new Order(prompt, recipe.orElse(null), models.absolute(), options, engine.choice());
  }

  private static OptionalInt index(Optional<Recipe> recipe) {
    return recipe.stream().mapToInt(Recipe::index).findFirst();
  }

  private int pictures(OptionalInt only) {
    if (count < 1 || count > MAX_COUNT) {
      throw new InvalidRequestException(
          "count", "must be between 1 and %d, got %d.".formatted(MAX_COUNT, count));
    }
    return only.isPresent() ? count : Math.multiplyExact(count, options.batch(1));
  }

  private void show(GenerationReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, report);
      return;
    }
    spec.commandLine().getErr().println(report.summary());
    report.files().forEach(out::println);
    out.flush();
  }
}
