package dev.darkroom.core.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Ops that move elements without changing them.
public sealed interface Movement extends Op.Primitive {

  /// The same elements in row-major order under other dimensions. Each entry of `target` is a size,
  /// [#KEEP] (the input's size at the same index) or, at most once, [#FREE] (whatever is left).
  record Reshape(List<Long> target) implements Movement {
    public static final long KEEP = 0;
    public static final long FREE = -1;

    public Reshape {
      target = List.copyOf(target);
    }

    @Override
    public Type result(List<Type> inputs) {
      Type x = inputs.getFirst();
      List<Dim> dims = new ArrayList<>();
      int free = -1;
      for (int i = 0; i < target.size(); i++) {
        long size = target.get(i);
        if (size == FREE && free >= 0) {
          throw new IllegalArgumentException("two free dimensions");
        }
        free = size == FREE ? i : free;
        dims.add(size == KEEP ? x.dim(i) : size == FREE ? Dim.of(1) : Dim.of(size));
      }
      Dim whole = Dim.product(x.dims());
      if (free >= 0) {
        dims.set(free, Dim.quotient(whole, Dim.product(dims)));
      } else if (!Dim.product(dims).equals(whole)) {
        throw new IllegalArgumentException("the numbers of elements differ");
      }
      return new Type(x.dtype(), dims);
    }
  }

  /// Inputs: x, reference. The elements of x under the dimensions of the reference.
  record ReshapeLike() implements Movement {
    @Override
    public Type result(List<Type> inputs) {
      Type reference = inputs.get(1);
      if (!Dim.product(inputs.get(0).dims()).equals(Dim.product(reference.dims()))) {
        throw new IllegalArgumentException("the numbers of elements differ");
      }
      return reference.with(inputs.get(0).dtype());
    }
  }

  /// Reorders dimensions: dimension i of the result is dimension `order[i]` of the input.
  record Transpose(List<Integer> order) implements Movement {
    public Transpose {
      order = List.copyOf(order);
    }

    @Override
    public Type result(List<Type> inputs) {
      Type x = inputs.getFirst();
      boolean permutation =
          new HashSet<>(order).size() == x.rank()
              && IntStream.range(0, x.rank()).allMatch(order::contains);
      if (!permutation || order.size() != x.rank()) {
        throw new IllegalArgumentException(order + " is no order of the dimensions");
      }
      return new Type(x.dtype(), order.stream().map(x::dim).toList());
    }
  }

  /// Inputs: x, reference. x broadcast to the dimensions of the reference.
  record ExpandLike() implements Movement {
    @Override
    public Type result(List<Type> inputs) {
      Type reference = inputs.get(1);
      if (!Type.broadcast(inputs.get(0), reference).equals(reference.dims())) {
        throw new IllegalArgumentException("does not broadcast to the reference");
      }
      return reference.with(inputs.get(0).dtype());
    }
  }

  /// Joins one or more inputs along `axis`; all other dimensions agree.
  record Concat(int axis) implements Movement {
    @Override
    public Type result(List<Type> inputs) {
      Type first = inputs.getFirst();
      Dim sum = Dim.of(0);
      for (Type type : inputs) {
        if (!type.with(axis, first.dim(axis)).equals(first)) {
          throw new IllegalArgumentException("sizes off axis " + axis + " differ");
        }
        sum = sum.plus(type.dim(axis));
      }
      return first.with(axis, sum);
    }
  }

  /// Elements `start` to `end` (exclusive) along `axis`. Negative bounds count from the end;
  /// `Long.MAX_VALUE` as `end` means all the rest. Bounds past the end of a fixed dimension are cut; a
  /// named dimension must be long enough at run time.
  record Slice(int axis, long start, long end) implements Movement {
    @Override
    public Type result(List<Type> inputs) {
      Type x = inputs.getFirst();
      return switch (x.dim(axis)) {
        case Dim.Fixed(long size) -> {
          long from = bound(start, size);
          yield x.with(axis, Dim.of(Math.max(0, bound(end, size) - from)));
        }
        case Dim.Named _ when start == 0 && end == Long.MAX_VALUE -> x;
        case Dim.Named _ when start < 0 && end == Long.MAX_VALUE -> x.with(axis, Dim.of(-start));
        case Dim.Named _ when start >= 0 && end > start && end != Long.MAX_VALUE ->
            x.with(axis, Dim.of(end - start));
        case Dim.Named(String name) ->
            x.with(axis, Dim.named("slice(" + name + "," + start + "," + end + ")"));
      };
    }

    /// A bound as an index into a dimension of `size`.
    public static long bound(long bound, long size) {
      return Math.clamp(bound < 0 ? bound + size : bound, 0, size);
    }
  }

  /// Adds `before[i]` and `after[i]` elements of `value` around dimension i.
  record Pad(List<Long> before, List<Long> after, double value) implements Movement {
    public Pad {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    @Override
    public Type result(List<Type> inputs) {
      Type x = inputs.getFirst();
      if (before.size() != x.rank() || after.size() != x.rank()) {
        throw new IllegalArgumentException("needs padding for each dimension");
      }
      Type type = x;
      for (int i = 0; i < x.rank(); i++) {
        type = type.with(i, x.dim(i).plus(Dim.of(before.get(i) + after.get(i))));
      }
      return type;
    }
  }

  /// Repeats each row and column of x `[batch, channels, height, width]` `factor` times.
  record UpsampleNearest(int factor) implements Movement {
    @Override
    public Type result(List<Type> inputs) {
      Type x = picture(inputs.getFirst());
      return x.with(2, x.dim(2).times(factor)).with(3, x.dim(3).times(factor));
    }
  }

  /// Inputs: x, reference, both `[batch, channels, height, width]`. x brought to the height and width
  /// of the reference by nearest neighbour: source index `floor(i * size / target)`.
  record ResizeLike() implements Movement {
    @Override
    public Type result(List<Type> inputs) {
      Type reference = picture(inputs.get(1));
      return picture(inputs.get(0)).with(2, reference.dim(2)).with(3, reference.dim(3));
    }
  }

  private static Type picture(Type type) {
    if (type.rank() != 4) {
      throw new IllegalArgumentException("needs [batch, channels, height, width]");
    }
    return type;
  }
}
