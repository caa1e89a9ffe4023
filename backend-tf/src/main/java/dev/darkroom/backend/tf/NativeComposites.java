package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.GroupNorm;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.ir.composite.Silu;
import dev.darkroom.core.ir.composite.Softmax;
import java.util.List;

/// The composites that TensorFlow has a kernel or a better spelling for.
record NativeComposites(Emission out, ContractionEmitter products) {

  static boolean claims(Op.Composite op) {
    return switch (op) {
      case Linear _, LayerNorm _, GroupNorm _, Softmax _ -> true;
      case Silu(double scale) -> scale == 1;
      case Attention attention -> attention.mask() != Attention.Mask.CAUSAL;
      default -> false; // composites are open: whatever is not known here lowers itself
    };
  }

  Operand emit(Op.Composite op, Type result, List<Operand> in) {
    Operand x = in.getFirst();
    return switch (op) {
      case Linear _ -> products.linear(result, x, in.get(1), in.size() < 3 ? null : in.get(2));
      case LayerNorm(double epsilon) -> new NormEmitter(out).layers(epsilon, in);
      case GroupNorm(int groups, double epsilon) ->
          new NormEmitter(out).groups(groups, epsilon, x, in.get(1), in.get(2));
      case Softmax(int axis) -> softmax(axis, x);
      case Silu _ -> x.with(out.apply("Mul", x.edge(), out.apply("Sigmoid", x.edge())));
      case Attention attention -> new AttentionEmitter(products, attention).emit(result, in);
      default -> throw new IllegalStateException(op + " was not claimed");
    };
  }

  /// The kernel works on the last dimension only.
  private Operand softmax(int axis, Operand x) {
    int place = x.place(axis);
    int end = x.rank() - 1;
    if (place == end) {
      return x.with(out.stoppable(out.operator("Softmax").input(x.edge())));
    }
    List<Integer> order = IndexingEmitter.swapped(x.rank(), place);
    Edge swapped = out.transpose(x.edge(), order);
    Edge normal = out.stoppable(out.operator("Softmax").input(swapped));
    return x.with(out.transpose(normal, order));
  }
}
