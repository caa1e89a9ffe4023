package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;

/// Random numbers of the job's seed, drawn one after the other. One thread at a time.
@FunctionalInterface
public interface Noise {

  /// Standard normal numbers. The first dimension is the batch; each row comes from its own picture's
  /// generator, so that a batch gives what its pictures would give alone.
  Tensor next(Shape shape);

  /// Standard normal numbers for the part of a noise path that lies between two noise levels, for
  /// samplers of stochastic differential equations, whose stages may ask for parts that overlap.
  ///
  /// By default the next numbers, independent of all others. In pictures, parts that overlap share their
  /// noise (a Brownian motion in sigma, as in k-diffusion), and parts that follow each other are the next
  /// numbers.
  ///
  /// @param from the higher level
  /// @param to the lower level
  default Tensor between(Shape shape, double from, double to) {
    return next(shape);
  }
}
