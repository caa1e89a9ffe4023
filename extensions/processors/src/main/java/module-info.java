import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.ext.processors.GrayscaleProcessor;
import dev.darkroom.ext.processors.InvertProcessor;
import org.jspecify.annotations.NullMarked;

/// Processors for pictures, one class each.
@NullMarked
module dev.darkroom.ext.processors {
  requires dev.darkroom.core;

  provides ImageProcessor with
      GrayscaleProcessor,
      InvertProcessor;
}
