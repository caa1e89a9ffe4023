package dev.darkroom.ext.samplers;

import dev.darkroom.core.tensor.Tensor;

/// The function that stands for a model in the reference data, in float32 and in the order in which
/// torch computes it.
final class ToyModel {

  private final int height;
  private final int width;

  ToyModel(Tensor latents) {
    this.height = (int) latents.shape().size(-2);
    this.width = (int) latents.shape().size(-1);
  }

  /// A function of one element and its place.
  @FunctionalInterface
  private interface Element {
    float at(float x, float posX, float posY);
  }

  /// `0.6*tanh(x) + 0.3*sin(phase + pos_x) + lift*pos_y`.
  Tensor wave(Tensor x, double phase, double lift) {
    return each(
        x,
        (value, posX, posY) -> {
          float sine = (float) Math.sin((float) phase + posX);
          return 0.6f * tanh(value) + 0.3f * sine + (float) lift * posY;
        });
  }

  /// `0.5*tanh(x) + 0.2*pos_x`.
  Tensor slope(Tensor x) {
    return each(x, (value, posX, _) -> 0.5f * tanh(value) + 0.2f * posX);
  }

  private Tensor each(Tensor x, Element element) {
    float[] values = x.toFloats();
    for (int i = 0; i < values.length; i++) {
      values[i] =
          element.at(values[i], position(i % width, width), position(i / width % height, height));
    }
    return Tensor.of(x.shape(), values);
  }

  private static float tanh(float value) {
    return (float) Math.tanh(value);
  }

  /// From -1 to 1.
  private static float position(int index, int count) {
    float step = 2f / (count - 1);
    return index < count / 2 ? Math.fma(step, index, -1f) : Math.fma(-step, count - 1 - index, 1f);
  }
}
