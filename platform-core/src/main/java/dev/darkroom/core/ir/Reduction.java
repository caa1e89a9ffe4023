package dev.darkroom.core.ir;

import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.List;

/// Ops that combine the elements along dimensions.
public sealed interface Reduction extends Op.Primitive {

  /// Combines the elements along `axes`, which stay as dimensions of size 1. Axes may be negative; no
  /// axes leave everything as it is. `MEAN` is for floating types.
  record Reduce(Kind kind, List<Integer> axes) implements Reduction {
    /// How elements are combined.
    public enum Kind {
      SUM,
      MEAN,
      MAX,
      MIN
    }

    public Reduce {
      axes = List.copyOf(axes);
    }

    @Override
    public Type result(List<Type> inputs) {
      Type type = numbers(inputs.getFirst());
      if (kind == Kind.MEAN && !type.dtype().isFloating()) {
        throw new IllegalArgumentException("the mean is for floating-point types");
      }
      for (int axis : axes) {
        type = type.with(axis, Dim.of(1));
      }
      return type;
    }

    @Override
    public String name() {
      return "REDUCE_" + kind.name();
    }
  }

  /// The index ([DType#I64]) of the largest element along `axis`, the first of equals; the axis stays
  /// with size 1.
  record ArgMax(int axis) implements Reduction {
    @Override
    public Type result(List<Type> inputs) {
      return numbers(inputs.getFirst()).with(axis, Dim.of(1)).with(DType.I64);
    }
  }

  /// Running sums along `axis`, each element included in its own sum.
  record CumulativeSum(int axis) implements Reduction {
    @Override
    public Type result(List<Type> inputs) {
      Type type = numbers(inputs.getFirst());
      type.axis(axis);
      return type;
    }
  }

  /// Combines the elements under a sliding window of x `[batch, channels, height, width]`. Padding is
  /// left out of both the largest and the mean.
  record Pool2d(Kind kind, Window window) implements Reduction {
    /// How elements are combined.
    public enum Kind {
      MAX,
      MEAN
    }

    @Override
    public Type result(List<Type> inputs) {
      Type x = inputs.getFirst();
      if (x.rank() != 4 || !x.dtype().isFloating()) {
        throw new IllegalArgumentException("needs floating-point [batch, channels, height, width]");
      }
      List<Dim> dims = new ArrayList<>(x.dims().subList(0, 2));
      dims.add(window.rows(x.dim(2)));
      dims.add(window.columns(x.dim(3)));
      return new Type(x.dtype(), dims);
    }

    @Override
    public String name() {
      return kind.name() + "_POOL";
    }
  }

  private static Type numbers(Type type) {
    if (type.dtype() == DType.BOOL) {
      throw new IllegalArgumentException("truth values are not numbers; cast them first");
    }
    return type;
  }
}
