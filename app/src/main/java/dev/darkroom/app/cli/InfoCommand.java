package dev.darkroom.app.cli;

import dev.darkroom.app.studio.Recipes;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.pipeline.RecipeText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Prints the recipe of a picture.
@Command(
    name = "info",
    description = "Prints how a picture was made.",
    footerHeading = "%nExample:%n",
    footer = "  darkroom info apple.png --json")
final class InfoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PICTURE", description = "PNG file.")
  private Path picture = Path.of("");

  @Mixin private final JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, String> texts = Png.read(picture).texts();
    String foreign = texts.get(RecipeText.PARAMETERS_KEY);
    if (!json.asked && !texts.containsKey(RecipeText.JSON_KEY) && foreign != null) {
      out.println(foreign);
      out.flush();
      spec.commandLine().getErr().println("Another program wrote this; Darkroom cannot repeat it.");
      return ExitCode.OK.number();
    }
    Recipe recipe = Recipes.read(picture);
    if (json.asked) {
      JsonOption.write(out, recipe);
    } else {
      print(recipe, out);
    }
    return ExitCode.OK.number();
  }

  private static void print(Recipe recipe, PrintWriter out) {
    out.println(RecipeText.parameters(recipe));
    out.println();
    TextTable table =
        new TextTable()
            .row("Picture", "%d of %d".formatted(recipe.index() + 1, batch(recipe)))
            .row("Model", recipe.model().name() + ", " + recipe.model().family())
            .row("Fingerprint", recipe.model().fingerprint())
            .row("Darkroom", recipe.darkroom());
    recipe.engines().forEach((component, engine) -> table.row(title(component), text(engine)));
    recipe.plugins().forEach((id, version) -> table.row("Plug-in", id + " " + version));
    table.print(out);
  }

  private static String title(String component) {
    return component.equals(Recipe.EVERY) ? "Backend" : "Backend of " + component;
  }

  private static String text(Recipe.Engine engine) {
    return "%s, %s, %s, %s"
        .formatted(engine.backend(), engine.version(), engine.device(), engine.precision());
  }

  private static int batch(Recipe recipe) {
    return recipe.request().seeds().batch();
  }
}
