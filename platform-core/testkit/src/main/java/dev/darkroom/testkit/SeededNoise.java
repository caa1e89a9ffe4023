package dev.darkroom.testkit;

import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random numbers for tests, as [Noise] demands them: row `i` of the batch has the seed `seed + i` and
/// its own row of numbers.
public final class SeededNoise implements Noise {

  private final long seed;
  private final List<Random> rows = new ArrayList<>();
  private int draws;

  public SeededNoise(long seed) {
    this.seed = seed;
  }

  @Override
  public Tensor next(Shape shape) {
    draws++;
    int batch = Math.toIntExact(shape.size(0));
    while (rows.size() < batch) {
      rows.add(new Random(seed + rows.size()));
    }
    float[] values = new float[Math.toIntExact(shape.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rows.get(i / (values.length / batch)).nextGaussian();
    }
    return Tensor.of(shape, values);
  }

  /// How often numbers were asked for.
  public int draws() {
    return draws;
  }
}
