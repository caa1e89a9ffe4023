import org.jspecify.annotations.NullMarked;

/// Runs Darkroom graphs with ONNX Runtime.
@NullMarked
module dev.darkroom.backend.onnx {
  requires com.microsoft.onnxruntime;
  requires dev.darkroom.core;

  provides dev.darkroom.core.spi.BackendProvider with
      dev.darkroom.backend.onnx.OnnxBackendProvider;
}
