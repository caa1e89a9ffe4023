package dev.darkroom.core.arch.common;

import dev.darkroom.core.ir.Elementwise.Unary;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;

/// Numbers told to a network as waves of falling frequency (Vaswani et al. 2017, arXiv:1706.03762,
/// section 3.5).
///
/// @param order which wave comes first
/// @param shift taken off the number of frequencies in the exponent's divisor; 1 makes the last
///     frequency exactly 1 / 10,000
public record Sinusoid(Order order, double shift) {

  private static final double LONGEST_PERIOD = 10_000;

  /// Which half of the embedding holds which wave.
  public enum Order {
    SINE_FIRST,
    COSINE_FIRST
  }

  /// @param numbers `[count]`
  /// @param channels size of an embedding; even
  /// @return `[count, channels]`
  public Value apply(GraphBuilder g, Value numbers, int channels) {
    Value angles = g.mul(g.reshape(numbers, -1, 1), g.constant(frequencies(channels / 2)));
    Value sine = g.unary(Unary.Kind.SIN, angles);
    Value cosine = g.unary(Unary.Kind.COS, angles);
    return switch (order) {
      case SINE_FIRST -> g.concat(1, sine, cosine);
      case COSINE_FIRST -> g.concat(1, cosine, sine);
    };
  }

  /// Rounded to float after each step, as models were trained: at timestep 999 the difference shows.
  private Tensor frequencies(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      float exponent = (float) -Math.log(LONGEST_PERIOD) * i;
      values[i] = (float) Math.exp(exponent / (float) (count - shift));
    }
    return Tensor.of(Shape.of(count), values);
  }
}
