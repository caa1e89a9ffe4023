import org.jspecify.annotations.NullMarked;

/// Runs Darkroom graphs with TensorFlow.
@NullMarked
module dev.darkroom.backend.tf {
  requires org.tensorflow.ndarray;
  requires tensorflow;
  requires dev.darkroom.core;
}
