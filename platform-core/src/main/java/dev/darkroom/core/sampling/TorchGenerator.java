package dev.darkroom.core.sampling;

import dev.darkroom.core.tensor.DType;

/// A stream of normal random numbers equal to the one that torch's generator of the same device and
/// seed gives, draw for draw, so that a picture made elsewhere can be made again.
///
/// One draw is one call of `torch.randn`: what it returns depends on how many numbers are asked for
/// at once and in which type, so callers draw a whole tensor with one call and in the order in
/// which the original program drew. The shape plays no part, only the number of elements does.
///
/// **Threads.** A generator is a cursor: one thread at a time.
public sealed interface TorchGenerator permits TorchCpuGenerator, TorchCudaGenerator {

  /// Fills `target` with numbers of mean 0 and standard deviation 1, as `torch.randn` does for a
  /// tensor of that many elements and that type. Every value is exact in `dtype`.
  ///
  /// @param dtype [DType#F32], [DType#F16] or [DType#BF16]
  /// @throws IllegalArgumentException for any other type
  void normal(float[] target, DType dtype);

  /// [#normal(float\[\], DType)] in float32.
  default void normal(float[] target) {
    normal(target, DType.F32);
  }
}
