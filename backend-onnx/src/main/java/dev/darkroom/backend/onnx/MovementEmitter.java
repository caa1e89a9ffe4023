package dev.darkroom.backend.onnx;

import dev.darkroom.core.ir.Movement;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/// Says in ONNX how elements move.
final class MovementEmitter {

  private MovementEmitter() {}

  static String emit(Emission out, Movement op, Call call) {
    String x = call.name(0);
    return switch (op) {
      case Movement.Reshape(List<Long> target) ->
          out.apply("Reshape", List.of(x, out.integers(target.toArray(Long[]::new))));
      case Movement.ReshapeLike _ ->
          out.apply("Reshape", List.of(x, out.shapeOf(call.name(1))), Attribute.of("allowzero", 1));
      case Movement.Transpose(List<Integer> order) ->
          out.apply("Transpose", List.of(x), Attribute.of("perm", order));
      case Movement.ExpandLike _ -> out.apply("Expand", List.of(x, out.shapeOf(call.name(1))));
      case Movement.Concat(int axis) ->
          out.apply("Concat", call.names(), Attribute.of("axis", axis));
      case Movement.Slice slice -> slice(out, slice, x);
      case Movement.Pad pad -> pad(out, pad, call);
      case Movement.UpsampleNearest(int factor) -> upsample(out, factor, x);
      case Movement.ResizeLike _ -> resized(out, resized(out, x, call, 3), call, 2);
    };
  }

  private static String slice(Emission out, Movement.Slice slice, String x) {
    String start = out.integers(slice.start());
    String end = out.integers(slice.end());
    return out.apply("Slice", List.of(x, start, end, out.integers((long) slice.axis())));
  }

  private static String pad(Emission out, Movement.Pad pad, Call call) {
    Long[] sizes = Stream.concat(pad.before().stream(), pad.after().stream()).toArray(Long[]::new);
    DType dtype = call.type(0).dtype();
    String value = out.constant(Tensor.scalar((float) pad.value()).cast(dtype));
    return out.apply("Pad", List.of(call.name(0), out.integers(sizes), value));
  }

  private static String upsample(Emission out, int factor, String x) {
    Tensor scales = Tensor.of(Shape.of(4), 1, 1, factor, factor);
    return out.apply(
        "Resize",
        List.of(x, "", out.parameter(scales)),
        Attribute.of("mode", "nearest"),
        Attribute.of("nearest_mode", "floor"),
        Attribute.of("coordinate_transformation_mode", "asymmetric"));
  }

  /// One dimension brought to the reference's size, with the source index `i * size / target` in
  /// integers: the scales of `Resize` are rounded, and its rows would be off by one for some sizes.
  private static String resized(Emission out, String x, Call call, int axis) {
    String target = out.sizeOf(call.name(1), call.type(1), axis);
    String count = out.apply("Squeeze", List.of(target));
    String range = out.apply("Range", List.of(out.integer(0), count, out.integer(1)));
    String scaled = out.apply("Mul", List.of(range, out.sizeOf(call.name(0), call.type(0), axis)));
    String indices = out.apply("Div", List.of(scaled, target));
    return out.apply("Gather", List.of(x, indices), Attribute.of("axis", axis));
  }
}
