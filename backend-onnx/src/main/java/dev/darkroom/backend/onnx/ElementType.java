package dev.darkroom.backend.onnx;

import ai.onnxruntime.OnnxJavaType;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.tensor.DType;

/// What ONNX and ONNX Runtime call our element types.
final class ElementType {

  private ElementType() {}

  /// The number in `TensorProto.DataType`.
  static int code(DType dtype) {
    return switch (dtype) {
      case F32 -> 1;
      case U8 -> 2;
      case I8 -> 3;
      case I32 -> 6;
      case I64 -> 7;
      case BOOL -> 9;
      case F16 -> 10;
      case F64 -> 11;
      case BF16 -> 16;
      case U4 -> 21;
    };
  }

  static OnnxJavaType engine(DType dtype) {
    return switch (dtype) {
      case F32 -> OnnxJavaType.FLOAT;
      case U8 -> OnnxJavaType.UINT8;
      case I8 -> OnnxJavaType.INT8;
      case I32 -> OnnxJavaType.INT32;
      case I64 -> OnnxJavaType.INT64;
      case BOOL -> OnnxJavaType.BOOL;
      case F16 -> OnnxJavaType.FLOAT16;
      case F64 -> OnnxJavaType.DOUBLE;
      case BF16 -> OnnxJavaType.BFLOAT16;
      case U4 ->
          throw new BackendException(
              "ONNX Runtime takes no U4 tensor as an input; make it a weight or cast it first.");
    };
  }

  static DType of(OnnxJavaType type) {
    for (DType dtype : DType.values()) {
      if (dtype != DType.U4 && engine(dtype) == type) {
        return dtype;
      }
    }
    throw new BackendException("ONNX Runtime returned a tensor of " + type + ".");
  }
}
