package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Movement;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.List;

/// Says movements in TorchScript.
final class MovementEmitter {

  private MovementEmitter() {}

  static Term emit(Script out, Movement op, List<Term> in, Type type) {
    Term x = in.getFirst();
    return switch (op) {
      case Movement.Reshape(List<Long> target) ->
          out.call(type, x.held(), "reshape", x, sizes(x, target));
      case Movement.ReshapeLike _ -> out.call(type, x.held(), "reshape_as", x, in.get(1));
      case Movement.Transpose(List<Integer> order) -> out.call(type, x.held(), "permute", x, order);
      case Movement.ExpandLike _ -> out.call(type, x.held(), "expand_as", x, in.get(1));
      case Movement.Concat(int axis) ->
          out.call(type, widest(in), "cat", in, Integer.toString(axis));
      case Movement.Slice(int axis, long start, long end) ->
          out.call(type, x.held(), "slice", x, axis, start, end);
      case Movement.Pad pad ->
          out.call(type, x.held(), "constant_pad_nd", x, sides(pad), Script.number(pad.value()));
      case Movement.UpsampleNearest(int factor) -> upsample(out, factor, x, type);
      case Movement.ResizeLike _ -> {
        Term rows = resize(out, x, in.get(1), 2);
        yield new Term(resize(out, rows, in.get(1), 3).name(), type, x.held());
      }
    };
  }

  private static DType widest(List<Term> in) {
    return in.stream()
        .map(Term::held)
        .filter(held -> held != DType.BF16)
        .findFirst()
        .orElse(in.getFirst().held());
  }

  private static List<String> sizes(Term x, List<Long> target) {
    List<String> sizes = new ArrayList<>();
    for (int i = 0; i < target.size(); i++) {
      long size = target.get(i);
      sizes.add(
          size == Movement.Reshape.KEEP ? Script.invocation("size", x, i) : Long.toString(size));
    }
    return sizes;
  }

  /// PyTorch counts dimensions from the last and lists both sides of each.
  private static List<Long> sides(Movement.Pad pad) {
    List<Long> sides = new ArrayList<>();
    for (int i = pad.before().size() - 1; i >= 0; i--) {
      sides.add(pad.before().get(i));
      sides.add(pad.after().get(i));
    }
    return sides;
  }

  private static Term upsample(Script out, int factor, Term x, Type type) {
    if (type.dtype().isFloating()) {
      String scale = Script.number(factor);
      return out.call(
          type, x.held(), "upsample_nearest2d", x, "None", "[" + scale + ", " + scale + "]");
    }
    Term rows = out.call(type, x.held(), "repeat_interleave", x, factor, 2);
    return out.call(type, x.held(), "repeat_interleave", rows, factor, 3);
  }

  /// By computed indices, in whole numbers: PyTorch's own resizing rounds its scale to float32.
  private static Term resize(Script out, Term x, Term reference, int axis) {
    String target = Script.invocation("size", reference, axis);
    String positions = Script.invocation("arange", target, "dtype=4", "device=" + x + ".device");
    String scaled = Script.invocation("mul", positions, Script.invocation("size", x, axis));
    String indices = out.let(Script.invocation("div", scaled, target, "rounding_mode=\"floor\""));
    return out.call(x.type(), x.held(), "index_select", x, axis, indices);
  }
}
