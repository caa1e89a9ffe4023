package dev.darkroom.core.ir;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Element type and dimensions of a value in a graph.
///
/// Floating-point values are declared [DType#F32]; the precision that they are computed in is chosen
/// when the graph is compiled.
public record Type(DType dtype, List<Dim> dims) {

  public Type {
    dims = List.copyOf(dims);
  }

  public static Type of(DType dtype, Dim... dims) {
    return new Type(dtype, List.of(dims));
  }

  public static Type of(DType dtype, Shape shape) {
    return new Type(dtype, shape.stream().mapToObj(Dim::of).toList());
  }

  public int rank() {
    return dims.size();
  }

  /// The dimension at `axis`; a negative axis counts from the end.
  public Dim dim(int axis) {
    return dims.get(axis(axis));
  }

  /// `axis` as an index from 0, checked.
  public int axis(int axis) {
    int index = axis < 0 ? axis + rank() : axis;
    if (index < 0 || index >= rank()) {
      throw new IllegalArgumentException("axis " + axis + " of " + this);
    }
    return index;
  }

  /// The size at `axis`, which must be fixed.
  public long size(int axis) {
    if (dim(axis) instanceof Dim.Fixed(long size)) {
      return size;
    }
    throw new IllegalArgumentException("axis " + axis + " of " + this + " has no fixed size");
  }

  public Type with(DType changed) {
    return new Type(changed, dims);
  }

  public Type with(int axis, Dim dim) {
    List<Dim> changed = new ArrayList<>(dims);
    changed.set(axis(axis), dim);
    return new Type(dtype, changed);
  }

  /// The dimensions of `a` and `b` broadcast together, as NumPy does: aligned at the end, a fixed 1
  /// stretches to the other's size.
  public static List<Dim> broadcast(Type a, Type b) {
    int rank = Math.max(a.rank(), b.rank());
    List<Dim> dims = new ArrayList<>(rank);
    for (int i = 0; i < rank; i++) {
      Dim x = i < rank - a.rank() ? Dim.of(1) : a.dims.get(i - rank + a.rank());
      Dim y = i < rank - b.rank() ? Dim.of(1) : b.dims.get(i - rank + b.rank());
      if (!x.equals(y) && !x.is(1) && !y.is(1)) {
        throw new IllegalArgumentException("shapes do not broadcast");
      }
      dims.add(x.is(1) ? y : x);
    }
    return dims;
  }

  /// As in `F32 [batch, 4, height, width]`.
  @Override
  public String toString() {
    return dims.stream().map(Dim::toString).collect(Collectors.joining(", ", dtype + " [", "]"));
  }
}
