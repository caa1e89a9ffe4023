package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.Tensor;
import java.util.List;
import java.util.Map;

/// What steers the denoiser during one job: tensors for inputs of its graph, by the names that the
/// graph uses. Where several conditionings give one input, their tensors are added.
public interface Conditioning {

  /// The inputs for one call of the denoiser, each with one row a row of [Step#sample()].
  Map<String, Tensor> inputs(Step step);

  /// Whether classifier-free guidance makes sense; false where the guidance scale enters the model
  /// itself. One conditioning that says no is enough.
  default boolean guided() {
    return true;
  }

  /// The two halves of classifier-free guidance (Ho and Salimans 2022, arXiv:2207.12598).
  enum Side {
    NEGATIVE,
    POSITIVE
  }

  /// One call of the denoiser.
  ///
  /// @param progress how far the job is, 0 to 1
  /// @param timestep the timestep that the model is told
  /// @param sides whose rows follow each other in `sample`; each side has one row a picture
  /// @param sample the model's input `[sides * pictures, channels, height, width]`
  record Step(double progress, double timestep, List<Side> sides, Tensor sample) {
    public Step {
      sides = List.copyOf(sides);
    }

    /// Pictures in the batch.
    public int pictures() {
      return (int) sample.shape().size(0) / sides.size();
    }
  }
}
