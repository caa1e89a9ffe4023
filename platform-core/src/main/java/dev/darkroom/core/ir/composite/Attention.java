package dev.darkroom.core.ir.composite;

import dev.darkroom.core.ir.Elementwise.Compare;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// Scaled dot-product attention of several heads (Vaswani et al. 2017, arXiv:1706.03762).
///
/// Inputs: query `[batch, tokens, heads * size]`, key and value `[batch, tokens', keyValueHeads *
/// size]`, and with [Mask#ADDITIVE] a mask that broadcasts to `[batch, heads, tokens, tokens']` and is
/// added to the scores. Result as the query. Several query heads share one key head when there are
/// fewer of those (grouped-query attention).
///
/// @param heads query heads
/// @param keyValueHeads key and value heads; divides `heads`
/// @param scale factor of the scores, usually `1 / sqrt(size)`
/// @param mask which keys a query may see
public record Attention(int heads, int keyValueHeads, double scale, Mask mask)
    implements Op.Composite {

  /// Which keys a query may see.
  public enum Mask {
    NONE,
    /// Query i sees keys 0 to i.
    CAUSAL,
    /// As the fourth input says.
    ADDITIVE
  }

  @Override
  public Type result(List<Type> inputs) {
    Type query = inputs.get(0);
    Type key = inputs.get(1);
    Type value = inputs.get(2);
    if (query.rank() != 3 || key.rank() != 3 || !key.with(2, value.dim(2)).equals(value)) {
      throw new IllegalArgumentException("needs three tensors [batch, tokens, channels]");
    }
    if (!query.dim(0).equals(key.dim(0)) || query.dtype() != key.dtype()) {
      throw new IllegalArgumentException("batches or element types of query and key differ");
    }
    long size = query.size(2) / heads;
    boolean fits = query.size(2) == size * heads && key.size(2) == size * keyValueHeads;
    if (!fits || heads % keyValueHeads != 0 || !key.dim(2).equals(value.dim(2))) {
      throw new IllegalArgumentException("channels do not divide into heads");
    }
    if (inputs.size() != (mask == Mask.ADDITIVE ? 4 : 3)) {
      throw new IllegalArgumentException("mask input does not fit " + mask);
    }
    return query;
  }

  @Override
  public Value lower(GraphBuilder g, List<Value> inputs) {
    int size = (int) inputs.get(0).type().size(2) / heads;
    Value query = split(g, inputs.get(0), heads, size);
    Value keys = repeat(g, split(g, inputs.get(1), keyValueHeads, size));
    Value values = repeat(g, split(g, inputs.get(2), keyValueHeads, size));
    Value scores = g.mul(g.matmul(query, g.transpose(keys, 0, 1, 3, 2)), scale);
    Value weights = g.apply(new Softmax(-1), masked(g, scores, inputs));
    Value mixed = g.transpose(g.matmul(weights, values), 0, 2, 1, 3);
    return g.reshapeLike(mixed, inputs.get(0));
  }

  /// `[batch, heads, tokens, size]`.
  private static Value split(GraphBuilder g, Value x, int heads, int size) {
    return g.transpose(g.reshape(x, 0, 0, heads, size), 0, 2, 1, 3);
  }

  /// Each head as often as query heads share it.
  private Value repeat(GraphBuilder g, Value split) {
    if (heads == keyValueHeads) {
      return split;
    }
    int shared = heads / keyValueHeads;
    long[] indices = IntStream.range(0, heads).mapToLong(head -> head / shared).toArray();
    return g.gather(split, 1, g.constant(Tensor.ofLongs(Shape.of(heads), indices)));
  }

  private Value masked(GraphBuilder g, Value scores, List<Value> inputs) {
    return switch (mask) {
      case NONE -> scores;
      case CAUSAL -> causal(g, scores, inputs.get(0), inputs.get(1));
      case ADDITIVE -> g.add(scores, inputs.get(3));
    };
  }

  private static Value causal(GraphBuilder g, Value scores, Value query, Value key) {
    Value rows = g.reshape(g.positions(query, 1), -1, 1);
    Value columns = g.positions(key, 1);
    Value hidden = g.compare(Compare.Kind.LESS, rows, columns);
    return g.select(hidden, g.constant(Double.NEGATIVE_INFINITY), scores);
  }
}
