package dev.darkroom.core.spi;

import java.util.List;

/// What a script wraps: the generation itself, or the next script around it.
@FunctionalInterface
public interface Generation {

  /// Draws the pictures of a request; the scripts and the finishing that it names do not count.
  ///
  /// @return at least one picture
  /// @throws dev.darkroom.core.error.InvalidRequestException if the request cannot be honoured
  /// @throws dev.darkroom.core.error.CancelledException if cancelled; scripts let it through
  List<Drawing> generate(GenerationRequest request);
}
