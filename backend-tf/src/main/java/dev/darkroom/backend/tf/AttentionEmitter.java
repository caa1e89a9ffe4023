package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Movement.Slice;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.List;

/// Says attention in TensorFlow, one head after the other: the scores of one head are all that is
/// in memory at a time, and no head has to be moved out of its rows.
record AttentionEmitter(ContractionEmitter products, Attention op) {

  Operand emit(Type result, List<Operand> in) {
    Emission out = products.out();
    DType dtype = result.dtype();
    Edge query = out.plain(in.get(0));
    Edge scaled = out.apply("Mul", query, out.scalar(op.scale()));
    List<Edge> queries = split(products.narrow(scaled, dtype), op.heads());
    List<Edge> keys = split(products.narrow(out.plain(in.get(1)), dtype), op.keyValueHeads());
    List<Edge> values = split(products.narrow(out.plain(in.get(2)), dtype), op.keyValueHeads());
    int shared = op.heads() / op.keyValueHeads();
    List<Edge> mixed = new ArrayList<>();
    for (int head = 0; head < op.heads(); head++) {
      Operator product =
          out.operator("BatchMatMulV2")
              .input(queries.get(head), keys.get(head / shared))
              .with("adj_y", true);
      if (head > 0) {
        product.after(mixed.getLast().operation());
      }
      Edge scores = masked(products.widen(out.stoppable(product), dtype), head, in);
      Edge weights = out.stoppable(out.operator("Softmax").input(scores));
      mixed.add(
          out.stoppable(
              out.operator("BatchMatMulV2")
                  .input(products.narrow(weights, dtype), values.get(head / shared))));
    }
    Edge joined = MovementEmitter.joined(out, 2, mixed);
    return Operand.plain(products.widen(joined, dtype), result);
  }

  private List<Edge> split(Edge x, int heads) {
    return heads == 1 ? List.of(x) : products.out().split(x, 2, heads);
  }

  private Edge masked(Edge scores, int head, List<Operand> in) {
    return in.size() < 4 ? scores : products.out().apply("AddV2", scores, mask(head, in.get(3)));
  }

  /// The rows of the mask that are meant for one head.
  private Edge mask(int head, Operand mask) {
    Emission out = products.out();
    Edge whole = out.plain(mask);
    if (mask.rank() < 3) {
      return whole;
    }
    int heads = mask.rank() - 3;
    Edge one =
        mask.type().dim(heads).is(1)
            ? whole
            : MovementEmitter.slice(
                out, whole, mask.rank(), heads, new Slice(heads, head, head + 1L));
    return out.operator("Squeeze").input(one).with("squeeze_dims", new long[] {heads}).build();
  }
}
