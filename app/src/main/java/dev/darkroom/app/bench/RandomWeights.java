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

/// Weights of a network that was never trained, the same at every call.
///
/// Matrices hold small random numbers, factors of norms 1 and offsets 0, so that values stay of
/// ordinary size from layer to layer. All matrices are cut out of one block of numbers while they are
/// written, so that making a model of 3 GB takes the memory of its largest tensor. Each begins
/// elsewhere in the block: engines keep equal weights once, which would flatter the measurement.
final class RandomWeights {

  private static final float SPREAD = 0.04f;
  private static final long SEED = 7;
  private static final long STRIDE = 16;

  private RandomWeights() {}

  /// Writes the weights of `graph`, in float32, into a safetensors file.
  static void write(Graph graph, Path file) {
    try (Arena arena = Arena.ofConfined()) {
      SplittableRandom numbers = new SplittableRandom(SEED);
      MemorySegment random = block(arena, graph, () -> numbers.nextInt() * 0x1p-31f * SPREAD);
      MemorySegment zeros = block(arena, graph, () -> 0);
      MemorySegment ones = block(arena, graph, () -> 1);
      Map<String, Tensor> tensors = new HashMap<>();
      long start = 0;
      for (Source.Weight weight : graph.weights()) {
        boolean offset = weight.key().endsWith("bias");
        MemorySegment block = isMatrix(weight) ? random : offset ? zeros : ones;
        tensors.put(weight.key(), tensor(weight, block, start));
        start += STRIDE;
      }
      SafetensorsWriter.write(file, tensors);
    }
  }

  private static boolean isMatrix(Source.Weight weight) {
    return weight.type().rank() > 1;
  }

  /// Room for the largest weight, wherever in the block it begins.
  private static MemorySegment block(Arena arena, Graph graph, Numbers numbers) {
    long largest =
        graph.weights().stream().mapToLong(weight -> shape(weight).elements()).max().orElse(0);
    long count = largest + STRIDE * graph.weights().size();
    MemorySegment block = arena.allocate(ValueLayout.JAVA_FLOAT, count);
    for (long i = 0; i < count; i++) {
      block.setAtIndex(ValueLayout.JAVA_FLOAT, i, numbers.next());
    }
    return block;
  }

  private static Tensor tensor(Source.Weight weight, MemorySegment block, long start) {
    Shape shape = shape(weight);
    long bytes = DType.F32.bytes(shape.elements());
    return Tensor.of(DType.F32, shape, block.asSlice(start * Float.BYTES, bytes));
  }

  private static Shape shape(Source.Weight weight) {
    return new DimSizes(Map.of()).shape(weight.type());
  }

  /// A source of floats.
  private interface Numbers {
    float next();
  }
}
