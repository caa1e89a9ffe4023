package dev.darkroom.ext.samplers.dpm;

import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Random numbers for rows of a batch that go their own ways: each gets its own row of every draw, in
/// order, however far the others are.
final class RowNoise {

  private final Noise noise;
  private final Shape batch;
  private final List<Tensor> draws = new ArrayList<>();

  RowNoise(Noise noise, Shape batch) {
    this.noise = noise;
    this.batch = batch;
  }

  Noise row(int row) {
    int[] used = {0};
    return _ -> draw(used[0]++).rows(row, row + 1);
  }

  private Tensor draw(int index) {
    if (index == draws.size()) {
      draws.add(noise.next(batch));
    }
    return draws.get(index);
  }
}
