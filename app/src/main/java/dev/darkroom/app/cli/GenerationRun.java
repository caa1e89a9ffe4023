package dev.darkroom.app.cli;

import dev.darkroom.app.GenerationClock;
import dev.darkroom.app.OutputPlace;
import dev.darkroom.app.studio.DrawingListener;
import dev.darkroom.app.studio.Drawn;
import dev.darkroom.app.studio.Drawn.Print;
import dev.darkroom.app.studio.Order;
import dev.darkroom.app.studio.Studio;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.GenerationListener.Stage;
import dev.darkroom.core.spi.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Makes batch after batch and writes each one's pictures as soon as they are done.
final class GenerationRun {

  private final Studio studio;
  private final OutputPlace place;
  private final Watch watch;
  private final Cancellation cancellation;
  private final List<String> files = new ArrayList<>();
  private final List<Recipe> recipes = new ArrayList<>();

  /// Who is told how it proceeds.
  ///
  /// @param notices hears what is not as it was asked for
  record Watch(GenerationClock clock, Consumer<String> notices) implements DrawingListener {

    @Override
    public void stage(Stage stage) {
      clock.stage(stage);
    }

    @Override
    public void step(int done, int total) {
      clock.step(done, total);
    }

    @Override
    public void notice(String text) {
      notices.accept(text);
    }
  }

  GenerationRun(Studio studio, OutputPlace place, Watch watch, Cancellation cancellation) {
    this.studio = studio;
    this.place = place;
    this.watch = watch;
    this.cancellation = cancellation;
  }

  /// Makes `count` batches with consecutive seeds.
  ///
  /// @param only the one picture of each batch that is written; empty for all
  GenerationReport run(Order order, int count, OptionalInt only) {
    for (int i = 0; i < count; i++) {
      Drawn drawn = studio.draw(order, watch, cancellation);
      if (i < count - 1) {
        order.picture().continueWith(following(drawn.seeds()));
      }
      List<Print> pictures = drawn.pictures();
      List<Print> wanted = only.isPresent() ? List.of(one(pictures, only.getAsInt())) : pictures;
      boolean several = place.several() || wanted.size() > 1;
      wanted.forEach(picture -> write(picture, several));
    }
    watch.clock().end();
    List<Long> seeds = recipes.stream().map(Recipe::seed).toList();
    return new GenerationReport(List.copyOf(files), seeds, timings(), List.copyOf(recipes));
  }

  private static Seeds following(Seeds seeds) {
    try {
      long first = Math.addExact(seeds.first(), seeds.batch());
      return new Seeds(first, seeds.batch(), seeds.generator());
    } catch (ArithmeticException e) {
      throw new InvalidRequestException(
          "seed",
          seeds.first() + " leaves no room for the seeds that follow; take a smaller one.",
          e);
    }
  }

  private static Print one(List<Print> pictures, int index) {
    if (index >= pictures.size()) {
      throw new InvalidRequestException(
          "from",
          "the recipe is of picture %d, but its scripts leave %d; leave --from out to keep all."
              .formatted(index + 1, pictures.size()));
    }
    return pictures.get(index);
  }

  /// Scripts may leave more pictures than the request says.
  private void write(Print picture, boolean several) {
    OutputPlace numbered = new OutputPlace(place.folder(), place.name(), several);
    Path file = numbered.file(files.size() + 1, picture.recipe().seed());
    picture.save(file);
    files.add(file.toString());
    recipes.add(picture.recipe());
  }

  private GenerationReport.Timings timings() {
    GenerationClock clock = watch.clock();
    return new GenerationReport.Timings(
        clock.seconds(Stage.LOADING),
        clock.seconds(Stage.CONDITIONING),
        clock.seconds(Stage.DENOISING),
        clock.seconds(Stage.DECODING),
        clock.stepSeconds(),
        clock.totalSeconds());
  }
}
