package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;

/// Random numbers of the job's seed, drawn one after the other. One thread at a time.
@FunctionalInterface
public interface Noise {

  /// Standard normal numbers. The first dimension is the batch; each row comes from its own picture's
  /// generator, so that a batch gives what its pictures would give alone.
  Tensor next(Shape shape);
}
