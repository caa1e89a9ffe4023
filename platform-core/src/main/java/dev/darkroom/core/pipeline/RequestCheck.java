package dev.darkroom.core.pipeline;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Guidance;
import dev.darkroom.core.spi.LatentFormat;
import dev.darkroom.core.spi.Seeds;
import dev.darkroom.core.spi.Size;

/// Refuses requests that cannot be honoured before anything is loaded for them.
final class RequestCheck {

  private static final int MAX_SIDE = 8192;
  private static final int MAX_STEPS = 1000;
  private static final int MAX_BATCH = 64;
  private static final double MAX_GUIDANCE = 100;

  private RequestCheck() {}

  /// @throws InvalidRequestException naming the first field at fault
  static void check(GenerationRequest request, LatentFormat latents) {
    checkSize(request.size(), latents.downscale());
    range("steps", request.sampling().steps(), 1, MAX_STEPS);
    checkGuidance(request.guidance());
    checkSeeds(request.seeds());
    range("clip-skip", request.prompt().clipSkip(), 1, 64);
    if (request.prompt().text().indexOf('\0') >= 0) {
      throw new InvalidRequestException("prompt", "holds a NUL character; take it out.");
    }
  }

  private static void checkSize(Size size, int multiple) {
    side("width", size.width(), multiple);
    side("height", size.height(), multiple);
  }

  private static void side(String field, int pixels, int multiple) {
    range(field, pixels, multiple, MAX_SIDE);
    if (pixels % multiple != 0) {
      int below = pixels / multiple * multiple;
      throw new InvalidRequestException(
          field,
          "must be a multiple of %d, got %d; %d or %d would do."
              .formatted(multiple, pixels, below, below + multiple));
    }
  }

  private static void checkGuidance(Guidance guidance) {
    real("cfg", guidance.scale(), MAX_GUIDANCE);
    real("guidance-rescale", guidance.rescale(), 1);
  }

  private static void checkSeeds(Seeds seeds) {
    range("batch", seeds.batch(), 1, MAX_BATCH);
    range("seed", seeds.first(), 0, Long.MAX_VALUE - MAX_BATCH);
  }

  private static void range(String field, long value, long min, long max) {
    if (value < min || value > max) {
      throw new InvalidRequestException(
          field, "must be between %d and %d, got %d.".formatted(min, max, value));
    }
  }

  private static void real(String field, double value, double max) {
    if (!(value >= 0 && value <= max)) {
      throw new InvalidRequestException(
          field, "must be between 0 and %s, got %s.".formatted(max, value));
    }
  }
}
