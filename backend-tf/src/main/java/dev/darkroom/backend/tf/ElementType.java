package dev.darkroom.backend.tf;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.tensor.DType;
import org.tensorflow.internal.c_api.global.tensorflow;

/// What TensorFlow calls our element types.
final class ElementType {

  private ElementType() {}

  /// The number in `TF_DataType`.
  static int code(DType dtype) {
    return switch (dtype) {
      case F32 -> tensorflow.TF_FLOAT;
      case F64 -> tensorflow.TF_DOUBLE;
      case F16 -> tensorflow.TF_HALF;
      case BF16 -> tensorflow.TF_BFLOAT16;
      case I64 -> tensorflow.TF_INT64;
      case I32 -> tensorflow.TF_INT32;
      case I8 -> tensorflow.TF_INT8;
      case U8 -> tensorflow.TF_UINT8;
      case BOOL -> tensorflow.TF_BOOL;
      case U4 ->
          throw new BackendException(
              "TensorFlow computes with no U4 tensors; cast the tensor in the graph's file first.");
    };
  }

  /// Whether kernels for it are few, so that values are computed in int32: bytes and truth values.
  static boolean isNarrow(DType dtype) {
    return dtype == DType.I8 || dtype == DType.U8 || dtype == DType.BOOL;
  }
}
