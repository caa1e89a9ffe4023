package dev.darkroom.core.pipeline;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.tensor.Tensor;
import java.nio.file.Path;

/// A picture and how it was made.
///
/// @param pixels `[3, height, width]`, F32, red, green and blue in 0 to 1; a fourth channel is opacity,
///     which only processors make
/// @param recipe what it takes to make it again
public record Picture(Tensor pixels, Recipe recipe) {

  /// The picture in 8 bits a channel.
  public Image image() {
    return Image.fromTensor(pixels);
  }

  /// Writes the picture as PNG with its recipe; an existing file is replaced at once or not at all.
  ///
  /// @throws dev.darkroom.core.error.InvalidRequestException if the file cannot be written
  public void save(Path file) {
    new Png(image(), RecipeText.chunks(recipe)).write(file);
  }
}
