package dev.darkroom.app.studio;

import dev.darkroom.core.file.AtomicFile;
import dev.darkroom.core.image.Image;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.pipeline.GenerationResult;
import dev.darkroom.core.pipeline.Picture;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.pipeline.RecipeText;
import dev.darkroom.core.spi.Seeds;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/// What came of one order.
///
/// @param seeds those that it was drawn with
/// @param pictures at least one
public record Drawn(Seeds seeds, List<Print> pictures) {

  public Drawn {
    pictures = List.copyOf(pictures);
  }

  /// A picture as a file in memory.
  ///
  /// @param png the file, with the recipe in it
  public record Print(ByteBuffer png, Recipe recipe) {

    public Print {
      png = png.asReadOnlyBuffer();
    }

    static Print of(Picture picture) {
      Png png = new Png(picture.image(), RecipeText.chunks(picture.recipe()));
      return new Print(ByteBuffer.wrap(png.encode()), picture.recipe());
    }

    /// The picture itself.
    public Image image() {
      byte[] file = new byte[png.remaining()];
      png.duplicate().get(file);
      return Png.decode("the picture", file).image();
    }

    /// Writes the file, whole or not at all.
    public void save(Path file) {
      ByteBuffer contents = png.duplicate();
      AtomicFile.write(file, channel -> AtomicFile.writeAll(channel, contents));
    }
  }

  static Drawn of(Seeds seeds, GenerationResult result) {
    return new Drawn(seeds, result.pictures().stream().map(Print::of).toList());
  }
}
