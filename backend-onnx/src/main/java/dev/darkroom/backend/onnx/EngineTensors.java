package dev.darkroom.backend.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Converts between our tensors and the engine's.
final class EngineTensors {

  private EngineTensors() {}

  /// A view of `tensor` for the engine; no copy if its memory is native. Keeps the memory reachable
  /// until closed.
  static OnnxTensor of(String name, Tensor tensor) {
    if (tensor.data().byteSize() > Integer.MAX_VALUE) {
      throw new InvalidRequestException(
          name, "ONNX Runtime takes tensors of up to 2 GiB, this is " + tensor + ".");
    }
    ByteBuffer bytes = tensor.data().asByteBuffer().order(ByteOrder.nativeOrder());
    try {
      return OnnxTensor.createTensor(
          OrtEnvironment.getEnvironment(),
          bytes,
          tensor.shape().sizes(),
          ElementType.engine(tensor.dtype()));
    } catch (OrtException e) {
      throw EngineErrors.wrap("The tensor " + name + " could not be handed over", e);
    }
  }

  /// A copy of a result.
  static Tensor copy(OnnxValue value) {
    OnnxTensor result = (OnnxTensor) value;
    DType dtype = ElementType.of(result.getInfo().type);
    Tensor copy = Tensor.allocate(dtype, Shape.of(result.getInfo().getShape()));
    copy.data().copyFrom(MemorySegment.ofBuffer(result.getByteBuffer()));
    return copy;
  }
}
