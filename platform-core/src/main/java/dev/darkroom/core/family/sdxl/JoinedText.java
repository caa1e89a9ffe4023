package dev.darkroom.core.family.sdxl;

import dev.darkroom.core.family.common.EncodedText;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.lang.foreign.MemorySegment;

/// What both text encoders make of a text.
///
/// @param states the states of both, token by token, `[1, tokens, channels]`
/// @param pooled what stands for the whole text `[1, size]`
record JoinedText(Tensor states, Tensor pooled) {

  static JoinedText of(EncodedText first, EncodedText second) {
    Tensor pooled =
        second
            .pooled()
            .orElseThrow(() -> new IllegalStateException("the second encoder projects nothing"));
    return new JoinedText(join(first.states(), second.states()), pooled);
  }

  private static Tensor join(Tensor a, Tensor b) {
    long tokens = a.shape().size(1);
    Shape shape = a.shape().with(2, a.shape().size(2) + b.shape().size(2));
    Tensor joined = Tensor.allocate(DType.F32, shape);
    long left = a.data().byteSize() / tokens;
    long right = b.data().byteSize() / tokens;
    for (long i = 0; i < tokens; i++) {
      long at = i * (left + right);
      MemorySegment.copy(a.data(), i * left, joined.data(), at, left);
      MemorySegment.copy(b.data(), i * right, joined.data(), at + left, right);
    }
    return joined;
  }

  /// Zeros of the same shapes.
  JoinedText zeros() {
    return new JoinedText(
        Tensor.allocate(DType.F32, states.shape()), Tensor.allocate(DType.F32, pooled.shape()));
  }
}
