package dev.darkroom.core.ir;

import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.List;

/// Ops that compute with positions. Indices are [DType#I64] (or [DType#I32]) and not negative; an
/// index outside its dimension is an error at run time.
public sealed interface Indexing extends Op.Primitive {

  /// Inputs: data, indices of any shape. Replaces dimension `axis` of data by the slices that the
  /// indices name; with axis 0 an embedding lookup.
  record Gather(int axis) implements Indexing {
    @Override
    public Type result(List<Type> inputs) {
      Type data = inputs.get(0);
      Type indices = integers(inputs.get(1));
      int at = data.axis(axis);
      List<Dim> dims = new ArrayList<>(data.dims().subList(0, at));
      dims.addAll(indices.dims());
      dims.addAll(data.dims().subList(at + 1, data.rank()));
      return new Type(data.dtype(), dims);
    }
  }

  /// Inputs: data, indices of the same rank. `result[..., i, ...] = data[..., indices[..., i, ...],
  /// ...]` along `axis`; the other dimensions agree.
  record GatherAlong(int axis) implements Indexing {
    @Override
    public Type result(List<Type> inputs) {
      Type data = inputs.get(0);
      Type indices = integers(inputs.get(1));
      if (!data.with(axis, indices.dim(axis)).dims().equals(indices.dims())) {
        throw new IllegalArgumentException("sizes off axis " + axis + " differ");
      }
      return indices.with(data.dtype());
    }
  }

  /// The indices ([DType#I64]) of the `count` largest elements along the last axis, largest first;
  /// of equals the lower index first.
  record TopIndices(int count) implements Indexing {
    @Override
    public Type result(List<Type> inputs) {
      Type x = inputs.getFirst();
      if (x.dtype() == DType.BOOL) {
        throw new IllegalArgumentException("truth values have no order; cast them first");
      }
      if (x.dim(-1) instanceof Dim.Fixed(long size) && size < count) {
        throw new IllegalArgumentException("fewer than " + count + " elements");
      }
      return x.with(-1, Dim.of(count)).with(DType.I64);
    }
  }

  /// Input: reference. The numbers 0, 1, 2 ... ([DType#I64]), as many as the reference has elements
  /// along `axis`; rank 1.
  record Positions(int axis) implements Indexing {
    @Override
    public Type result(List<Type> inputs) {
      return Type.of(DType.I64, inputs.getFirst().dim(axis));
    }
  }

  private static Type integers(Type indices) {
    if (indices.dtype() != DType.I64 && indices.dtype() != DType.I32) {
      throw new IllegalArgumentException("indices must be I64 or I32");
    }
    return indices;
  }
}
