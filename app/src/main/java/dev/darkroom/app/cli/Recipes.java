package dev.darkroom.app.cli;

import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.pipeline.RecipeText;
import dev.darkroom.core.tensor.DType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Making a picture again from its recipe.
final class Recipes {

  private static final Set<String> PRECISIONS =
      Arrays.stream(DType.values()).map(DType::name).collect(Collectors.toSet());

  private Recipes() {}

  /// The recipe in a picture.
  static Recipe read(Path picture) {
    Recipe recipe = RecipeText.read(Png.read(picture).texts(), picture.toString());
    int batch = recipe.request().seeds().batch();
    if (recipe.index() < 0 || recipe.index() >= batch) {
      throw new ModelFormatException(
          picture.toString(),
          "the recipe is damaged: picture %d of a batch of %d.".formatted(recipe.index(), batch));
    }
    return recipe;
  }

  /// Options that open the backend, device and precision of the recipe.
  static DarkroomOptions options(Recipe recipe) {
    Recipe.Engine engine = recipe.engine();
    boolean known = PRECISIONS.contains(engine.precision());
    return DarkroomOptions.defaults()
        .withBackend(engine.backend())
        .withDevice(engine.device())
        .withPrecision(known ? DType.valueOf(engine.precision()) : DType.F32);
  }

  /// Refuses a model that is not the one of the recipe.
  static void requireSameModel(Recipe recipe, Model model) {
    Recipe.ModelReference made = recipe.model();
    if (!made.fingerprint().equals(model.fingerprint())) {
      throw new InvalidRequestException(
          "model",
          ("the picture was made with %s (fingerprint %.10s), this is %s (%.10s);"
                  + " name the model's folder with --model.")
              .formatted(
                  made.name(),
                  made.fingerprint(),
                  model.spec().index().location(),
                  model.fingerprint()));
    }
  }

  /// What is not as it was when the picture was made, so that it may come out a little different.
  static List<String> differences(Recipe made, Recipe now) {
    List<String> differences = new ArrayList<>();
    compare(differences, "Engine", made.engine().version(), now.engine().version());
    compare(differences, "Device", made.engine().device(), now.engine().device());
    compare(differences, "Precision", made.engine().precision(), now.engine().precision());
    compare(differences, "Darkroom", made.darkroom(), now.darkroom());
    now.plugins()
        .forEach((id, version) ->
            compare(differences, id, made.plugins().getOrDefault(id, version), version));
    return differences;
  }

  private static void compare(List<String> differences, String what, String made, String now) {
    if (!made.equals(now)) {
      differences.add("%s was %s, is %s.".formatted(what, made, now));
    }
  }
}
