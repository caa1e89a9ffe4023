package dev.darkroom.backend.djl;

import ai.djl.ndarray.types.DataType;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.tensor.DType;

/// Element types as PyTorch numbers them and as DJL names them.
final class TorchType {

  private TorchType() {}

  /// The number of a type in scripts (`c10::ScalarType`).
  static int number(DType dtype) {
    return switch (dtype) {
      case U8 -> 0;
      case I8 -> 1;
      case I32 -> 3;
      case I64 -> 4;
      case F16 -> 5;
      case F32 -> 6;
      case F64 -> 7;
      case BOOL -> 11;
      case BF16 -> 15;
      case U4 -> throw new BackendException("PyTorch has no 4-bit numbers; cast them first.");
    };
  }

  /// The name of a type that may cross between Java and PyTorch. Bfloat16 must not: DJL ends the
  /// process when it meets one, so there are such tensors inside scripts only.
  static DataType carrier(DType dtype) {
    return switch (dtype) {
      case U8 -> DataType.UINT8;
      case I8 -> DataType.INT8;
      case I32 -> DataType.INT32;
      case I64 -> DataType.INT64;
      case F16 -> DataType.FLOAT16;
      case F32 -> DataType.FLOAT32;
      case F64 -> DataType.FLOAT64;
      case BOOL -> DataType.BOOLEAN;
      case BF16, U4 -> throw new IllegalArgumentException(dtype + " cannot cross to PyTorch");
    };
  }
}
