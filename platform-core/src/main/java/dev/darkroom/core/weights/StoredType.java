package dev.darkroom.core.weights;

import dev.darkroom.core.tensor.DType;
import org.jspecify.annotations.Nullable;

/// The element types that safetensors files may hold, by their names there. Those without a
/// [DType] can be listed and measured, but not read.
enum StoredType {
  F64(64, DType.F64),
  F32(32, DType.F32),
  F16(16, DType.F16),
  BF16(16, DType.BF16),
  I64(64, DType.I64),
  I32(32, DType.I32),
  I8(8, DType.I8),
  U8(8, DType.U8),
  BOOL(8, DType.BOOL),
  I16(16, null),
  U16(16, null),
  U32(32, null),
  U64(64, null),
  C64(64, null),
  F8_E5M2(8, null),
  F8_E4M3(8, null),
  F8_E8M0(8, null),
  F8_E4M3FNUZ(8, null),
  F8_E5M2FNUZ(8, null),
  F6_E2M3(6, null),
  F6_E3M2(6, null),
  F4(4, null);

  private final int bits;
  private final @Nullable DType dtype;

  StoredType(int bits, @Nullable DType dtype) {
    this.bits = bits;
    this.dtype = dtype;
  }

  int bits() {
    return bits;
  }

  /// The type that the numbers are read as; null if they cannot be read.
  @Nullable DType dtype() {
    return dtype;
  }
}
