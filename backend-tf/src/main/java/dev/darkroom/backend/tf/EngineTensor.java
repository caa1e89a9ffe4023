package dev.darkroom.backend.tf;

import dev.darkroom.core.error.DeviceMemoryException;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.lang.foreign.MemorySegment;
import org.bytedeco.javacpp.Pointer;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.internal.c_api.global.tensorflow;

/// A tensor in TensorFlow's memory. Runs share it; closing lets it go once no run needs it.
record EngineTensor(TF_Tensor handle) implements AutoCloseable {

  /// A tensor of undefined contents.
  ///
  /// @param what names it in messages
  static EngineTensor allocate(String what, DType dtype, Shape shape) {
    long bytes = dtype.bytes(shape.elements());
    TF_Tensor handle =
        tensorflow.TF_AllocateTensor(ElementType.code(dtype), shape.sizes(), shape.rank(), bytes);
    EngineTensor tensor = new EngineTensor(handle);
    if (bytes > 0 && address(handle) == 0) {
      tensor.close();
      throw new DeviceMemoryException(
          "There is no memory for %s, %s %s; close other programs or use a smaller model."
              .formatted(what, dtype, shape),
          new OutOfMemoryError(bytes + " bytes"));
    }
    return tensor;
  }

  /// A copy of `tensor`.
  static EngineTensor of(String what, Tensor tensor) {
    EngineTensor copy = allocate(what, tensor.dtype(), tensor.shape());
    copy.data().copyFrom(tensor.data());
    return copy;
  }

  /// The bytes; valid until closed.
  @SuppressWarnings("restricted") // the size is what TensorFlow says
  MemorySegment data() {
    long bytes = tensorflow.TF_TensorByteSize(handle);
    return bytes == 0
        ? MemorySegment.NULL
        : MemorySegment.ofAddress(address(handle)).reinterpret(bytes);
  }

  private static long address(TF_Tensor handle) {
    Pointer data = tensorflow.TF_TensorData(handle);
    return data == null ? 0 : data.address();
  }

  /// A copy for callers.
  Tensor copy(DType dtype) {
    long[] sizes = new long[tensorflow.TF_NumDims(handle)];
    for (int axis = 0; axis < sizes.length; axis++) {
      sizes[axis] = tensorflow.TF_Dim(handle, axis);
    }
    Tensor copy = Tensor.allocate(dtype, Shape.of(sizes));
    copy.data().copyFrom(data());
    return copy;
  }

  @Override
  public void close() {
    tensorflow.TF_DeleteTensor(handle);
  }
}
