package dev.darkroom.core.ir;

import java.util.ArrayList;
import java.util.List;

/// The two ops that cost nearly all the time of a model.
public sealed interface Contraction extends Op.Primitive {

  /// Inputs: a `[..., n, k]`, b `[..., k, m]`; result `[..., n, m]`. Leading dimensions broadcast.
  record MatMul() implements Contraction {
    @Override
    public Type result(List<Type> inputs) {
      Type a = inputs.get(0);
      Type b = inputs.get(1);
      if (a.rank() < 2 || b.rank() < 2 || a.dtype() != b.dtype()) {
        throw new IllegalArgumentException("needs two matrices of one element type");
      }
      if (!a.dim(-1).equals(b.dim(-2))) {
        throw new IllegalArgumentException("inner sizes differ");
      }
      List<Dim> dims = new ArrayList<>(Type.broadcast(leading(a), leading(b)));
      dims.add(a.dim(-2));
      dims.add(b.dim(-1));
      return new Type(a.dtype(), dims);
    }

    private static Type leading(Type type) {
      return new Type(type.dtype(), type.dims().subList(0, type.rank() - 2));
    }
  }

  /// Inputs: x `[batch, in, height, width]`, weight `[out, in / groups, kernel, kernel]`, optionally
  /// bias `[out]`; result `[batch, out, height', width']`. Cross-correlation, zeros outside.
  record Conv2d(Window window, int groups) implements Contraction {
    @Override
    public Type result(List<Type> inputs) {
      Type x = inputs.get(0);
      Type weight = inputs.get(1);
      if (!x.dtype().isFloating() || inputs.stream().anyMatch(type -> type.dtype() != x.dtype())) {
        throw new IllegalArgumentException("needs one floating-point type");
      }
      if (x.rank() != 4 || weight.rank() != 4 || x.size(1) != weight.size(1) * groups) {
        throw new IllegalArgumentException("channels do not fit the weight, groups " + groups);
      }
      if (weight.size(0) % groups != 0
          || (inputs.size() > 2 && !inputs.get(2).dims().equals(List.of(weight.dim(0))))) {
        throw new IllegalArgumentException("output channels do not fit bias or groups " + groups);
      }
      if (!weight.dim(2).is(window.height()) || !weight.dim(3).is(window.width())) {
        throw new IllegalArgumentException("the weight's kernel is not " + window);
      }
      return x.with(1, weight.dim(0))
          .with(2, window.rows(x.dim(2)))
          .with(3, window.columns(x.dim(3)));
    }
  }
}
