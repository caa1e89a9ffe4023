package dev.darkroom.app.studio;

import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.pipeline.RecipeText;
import dev.darkroom.core.spi.PerComponent;
import dev.darkroom.core.tensor.DType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Making a picture again from its recipe.
public final class Recipes {

  private static final Set<String> PRECISIONS =
      Arrays.stream(DType.values()).map(DType::name).collect(Collectors.toSet());

  private Recipes() {}

  /// The recipe in a picture.
  public static Recipe read(Path picture) {
    Recipe recipe = RecipeText.read(Png.read(picture).texts(), picture.toString());
    int batch = recipe.request().seeds().batch();
    boolean scripted = !recipe.request().extras().scripts().isEmpty();
    if (recipe.index() < 0 || (recipe.index() >= batch && !scripted)) {
      throw new ModelFormatException(
          picture.toString(),
          "the recipe is damaged: picture %d of a batch of %d.".formatted(recipe.index(), batch));
    }
    return recipe;
  }

  /// Options that open the backends, devices and precisions of the recipe.
  ///
  /// @param defaults what holds where the recipe says nothing
  public static DarkroomOptions options(Recipe recipe, DarkroomOptions defaults) {
    return defaults
        .withBackend(each(recipe, defaults.backend().common(), Recipe.Engine::backend))
        .withDevice(each(recipe, defaults.device().common(), Recipe.Engine::device))
        .withPrecision(each(recipe, DType.F32, Recipes::precision));
  }

  private static <T> PerComponent<T> each(
      Recipe recipe, T rest, Function<Recipe.Engine, T> setting) {
    Map<String, T> named = new HashMap<>();
    recipe.engines().forEach((component, engine) -> named.put(component, setting.apply(engine)));
    T common = named.remove(Recipe.EVERY);
    return new PerComponent<>(common == null ? rest : common, named);
  }

  private static DType precision(Recipe.Engine engine) {
    boolean known = PRECISIONS.contains(engine.precision());
    return known ? DType.valueOf(engine.precision()) : DType.F32;
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
  public static List<String> differences(Recipe made, Recipe now) {
    List<String> differences = new ArrayList<>();
    Set<String> components = new TreeSet<>(made.engines().keySet());
    components.addAll(now.engines().keySet());
    for (String component : components) {
      compare(differences, made.engine(component), now.engine(component));
    }
    compare(differences, "Darkroom", made.darkroom(), now.darkroom());
    now.plugins()
        .forEach((id, version) ->
            compare(differences, id, made.plugins().getOrDefault(id, version), version));
    return differences;
  }

  private static void compare(List<String> differences, Recipe.Engine made, Recipe.Engine now) {
    compare(differences, "Engine", made.version(), now.version());
    compare(differences, "Device", made.device(), now.device());
    compare(differences, "Precision", made.precision(), now.precision());
  }

  private static void compare(List<String> differences, String what, String made, String now) {
    if (!made.equals(now)) {
      differences.add("%s was %s, is %s.".formatted(what, made, now));
    }
  }
}
