package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Tensor;

/// A picture, and the request that gives it again.
///
/// @param pixels `[3, height, width]`, F32, red, green and blue in 0 to 1
/// @param request the request
/// @param index which one of the request's pictures this is, from 0
public record Drawing(Tensor pixels, GenerationRequest request, int index) {

  /// The seed of this picture; the first one of the request where scripts took part.
  public long seed() {
    int own = request.extras().scripts().isEmpty() ? index : 0;
    return request.seeds().first() + own;
  }
}
