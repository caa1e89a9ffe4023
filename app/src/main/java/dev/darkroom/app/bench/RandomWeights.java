package dev.darkroom.app.bench;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.SafetensorsWriter;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// Weights of a network that was never trained, the same at every call.
///
/// Matrices hold small random numbers, factors of norms 1 and offsets 0, so that values stay of
/// ordinary size from layer to layer. All matrices share one block of numbers while they are written:
/// making a model of 3 GB takes the memory of its largest tensor.
final class RandomWeights {

  private static final float SPREAD = 0.04f;
  private static final long SEED = 7;

  private RandomWeights() {}

  /// Writes the weights of `graph`, in float32, into a safetensors file.
  static void write(Graph graph, Path file) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment random = block(arena, graph, weight -> true);
      SplittableRandom numbers = new SplittableRandom(SEED);
      fill(random, () -> numbers.nextInt() * 0x1p-31f * SPREAD);
      MemorySegment zeros = block(arena, graph, weight -> !isMatrix(weight));
      MemorySegment ones = block(arena, graph, weight -> !isMatrix(weight));
      fill(ones, () -> 1);
      Map<String, Tensor> tensors = new HashMap<>();
      for (Source.Weight weight : graph.weights()) {
        boolean offset = weight.key().endsWith("bias");
        tensors.put(
            weight.key(), tensor(weight, isMatrix(weight) ? random : offset ? zeros : ones));
      }
      SafetensorsWriter.write(file, tensors);
    }
  }

  private static boolean isMatrix(Source.Weight weight) {
    return weight.type().rank() > 1;
  }

  /// Room for the largest of some weights.
  private static MemorySegment block(Arena arena, Graph graph, Predicate<Source.Weight> wanted) {
    long largest =
        graph.weights().stream()
            .filter(wanted)
            .mapToLong(weight -> shape(weight).elements())
            .max()
            .orElse(0);
    return arena.allocate(ValueLayout.JAVA_FLOAT, largest);
  }

  private static void fill(MemorySegment block, Numbers numbers) {
    long count = block.byteSize() / Float.BYTES;
    for (long i = 0; i < count; i++) {
      block.setAtIndex(ValueLayout.JAVA_FLOAT, i, numbers.next());
    }
  }

  private static Tensor tensor(Source.Weight weight, MemorySegment block) {
    Shape shape = shape(weight);
    return Tensor.of(DType.F32, shape, block.asSlice(0, DType.F32.bytes(shape.elements())));
  }

  private static Shape shape(Source.Weight weight) {
    return new DimSizes(Map.of()).shape(weight.type());
  }

  /// A source of floats.
  private interface Numbers {
    float next();
  }
}
