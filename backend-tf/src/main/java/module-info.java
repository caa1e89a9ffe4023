import org.jspecify.annotations.NullMarked;

/// Runs Darkroom graphs with TensorFlow.
@NullMarked
module dev.darkroom.backend.tf {
  requires org.bytedeco.javacpp;
  requires tensorflow.nativelib;
  requires dev.darkroom.core;

  provides dev.darkroom.core.spi.BackendProvider with
      dev.darkroom.backend.tf.TensorflowBackendProvider;
}
