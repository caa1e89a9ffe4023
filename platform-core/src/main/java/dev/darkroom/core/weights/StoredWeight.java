package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// A tensor as it lies in a mapped safetensors file. `bytes` is its part of the map, `place` the
/// same part of the file.
record StoredWeight(String name, StoredType type, Shape shape, MemorySegment bytes, FileSlice place)
    implements Weight {

  /// @throws ModelFormatException if the file holds a type that Darkroom does not compute with
  @Override
  public DType dtype() {
    DType dtype = type.dtype();
    if (dtype == null) {
      throw new ModelFormatException(
          place.file().toString(),
          "tensor \"%s\" holds %s numbers, which Darkroom cannot read. Use a version of the model in F32, F16 or BF16."
              .formatted(name, type));
    }
    return dtype;
  }

  @Override
  public Tensor read() {
    return Tensor.of(dtype(), shape, bytes);
  }

  @Override
  public Optional<FileSlice> slice() {
    return Optional.of(place);
  }

  /// The same tensor under another name.
  StoredWeight named(String other) {
    return new StoredWeight(other, type, shape, bytes, place);
  }
}
