package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Type;
import java.util.List;

/// Says normalisations in TensorFlow.
record NormEmitter(Emission out) {

  /// `x * scale + shift` with both computed from the mean and the mean square of the deviations.
  Operand layers(double epsilon, List<Operand> in) {
    Operand x = Operand.plain(out.plain(in.getFirst()), in.getFirst().type());
    List<Integer> end = List.of(x.rank() - 1);
    Edge mean = ReductionEmitter.reduced(out, "Mean", x.edge(), end);
    Edge centered = out.apply("Sub", x.edge(), mean);
    Edge square = out.apply("Square", centered);
    Edge variance = ReductionEmitter.reduced(out, "Mean", square, end);
    Edge result = out.apply("Mul", centered, inverse(variance, epsilon));
    if (in.size() > 1) {
      result = out.apply("Mul", result, in.get(1).edge());
    }
    return x.with(in.size() > 2 ? out.apply("AddV2", result, in.get(2).edge()) : result);
  }

  private Edge inverse(Edge variance, double epsilon) {
    return out.apply("Rsqrt", out.apply("AddV2", variance, out.scalar(epsilon)));
  }

  /// With the channels last: sums over the pixels of each channel, then over the channels of each
  /// group, so that kernels see long rows; one multiplication and one addition for each element.
  Operand groups(int groups, double epsilon, Operand x, Operand weight, Operand bias) {
    Type type = x.type();
    long channels = type.size(1);
    Edge picture = out.last(x);
    Edge sizes = out.pack(out.size(x, 0), out.integer(-1), out.integer(channels));
    Edge pixels = out.reshape(picture, sizes);
    Edge mean = grouped(pixels, groups, channels);
    Edge deviations = out.apply("SquaredDifference", pixels, mean);
    Edge variance = grouped(deviations, groups, channels);
    Edge scale = out.apply("Mul", inverse(variance, epsilon), weight.edge());
    Edge shift = out.apply("Sub", bias.edge(), out.apply("Mul", mean, scale));
    Edge normal = out.apply("AddV2", out.apply("Mul", pixels, scale), shift);
    Edge result = out.reshape(normal, out.shapeOf(picture));
    return new Operand(result, type, Layout.CHANNELS_LAST);
  }

  /// The means of the groups, `[batch, 1, channels]`.
  private Edge grouped(Edge pixels, int groups, long channels) {
    Edge means = ReductionEmitter.reduced(out, "Mean", pixels, List.of(1));
    Edge split = out.reshape(means, out.integers(-1, groups, channels / groups));
    Edge mean = ReductionEmitter.reduced(out, "Mean", split, List.of(2));
    Edge spread = out.apply("BroadcastTo", mean, out.shapeOf(split));
    return out.reshape(spread, out.integers(-1, 1, channels));
  }
}
