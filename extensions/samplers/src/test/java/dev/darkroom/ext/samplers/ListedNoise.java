package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;

/// Draws that were written down: `[draws, batch, channels, height, width]`, one after the other.
final class ListedNoise implements Noise {

  private final Tensor draws;
  private int next;

  ListedNoise(Tensor draws) {
    this.draws = draws;
  }

  @Override
  public Tensor next(Shape shape) {
    Tensor draw = draws.rows(next, next + 1);
    next++;
    return draw.reshape(shape);
  }

  int used() {
    return next;
  }
}
