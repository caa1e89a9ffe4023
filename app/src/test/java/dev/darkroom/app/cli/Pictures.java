package dev.darkroom.app.cli;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.pipeline.RecipeText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Pictures that no generation made.
final class Pictures {

  private Pictures() {}

  static Path plain(Path file) {
    return write(file, Map.of());
  }

  static Path withRecipe(Path file, String json) {
    return write(file, Map.of(RecipeText.JSON_KEY, json));
  }

  static Path write(Path file, Map<String, String> texts) {
    Image image = Image.of(8, 8, Image.RGB, new byte[8 * 8 * Image.RGB]);
    new Png(image, new LinkedHashMap<>(texts)).write(file);
    return file;
  }
}
