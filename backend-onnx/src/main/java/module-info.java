import org.jspecify.annotations.NullMarked;

/// Runs Darkroom graphs with ONNX Runtime.
@NullMarked
module dev.darkroom.backend.onnx {
  requires com.google.protobuf;
  requires com.microsoft.onnxruntime;
  requires dev.darkroom.core;
  requires org.tribuo.util.onnx;
}
