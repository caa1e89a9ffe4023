package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.sampling.TorchCpuGenerator;
import dev.darkroom.core.sampling.TorchCudaGenerator;
import dev.darkroom.core.sampling.TorchGenerator;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.Weight;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every tensor of `torch-cpu-random.safetensors` and `torch-cuda-random.safetensors`, to the bit.
/// A name says what was drawn: `randn/SEED/SHAPE`, `rand/SEED`, `randint_HIGH/SEED`, and so on.
class TorchRandomParityTests {

  private static final Path FOLDER =
      Path.of(System.getProperty("darkroom.fixtures")).resolve("pipelines");

  @TestFactory
  Stream<DynamicTest> cpu() {
    return cases("torch-cpu-random.safetensors")
        .map(weight ->
            DynamicTest.dynamicTest(
                weight.name(),
                () -> {
                  float[] expected = weight.read().toFloats();
                  assertThat(cpuDraw(weight.name(), expected.length)).containsExactly(expected);
                }));
  }

  @TestFactory
  Stream<DynamicTest> cuda() {
    return cases("torch-cuda-random.safetensors")
        .map(weight ->
            DynamicTest.dynamicTest(
                weight.name(),
                () -> {
                  float[] expected = weight.read().toFloats();
                  assertThat(cudaDraw(weight.name(), expected.length)).containsExactly(expected);
                }));
  }

  private static Stream<Weight> cases(String file) {
    var weights = ModelFiles.open(FOLDER.resolve(file)).weights();
    assertThat(weights).isNotEmpty();
    return weights.values().stream();
  }

  private static float[] cpuDraw(String name, int count) {
    String[] parts = name.split("/", -1);
    var generator = new TorchCpuGenerator(Long.parseUnsignedLong(parts[1]));
    return switch (parts[0]) {
      case "randn" -> normal(generator, count, DType.F32);
      case "randn_half" -> normal(generator, count, DType.F16);
      case "randn_sequence" -> cpuSequence(generator);
      case "rand" -> uniform(generator, count);
      default -> integerDraw(generator, parts[0], count);
    };
  }

  private static float[] integerDraw(TorchCpuGenerator generator, String kind, int count) {
    String[] parts = kind.split("_", -1);
    return switch (parts[0]) {
      case "randint" -> integers(generator, count, Long.parseLong(parts[1]));
      case "randperm" -> permutation(generator, Integer.parseInt(parts[1]));
      default -> throw new AssertionError("This test does not know the draw \"" + kind + "\".");
    };
  }

  private static float[] cudaDraw(String name, int count) {
    String[] parts = name.split("/", -1);
    var generator = new TorchCudaGenerator(Long.parseUnsignedLong(parts[1]));
    return switch (parts[0]) {
      case "randn" -> normal(generator, count, DType.F32);
      case "randn_sequence" -> cudaSequence(generator);
      default -> throw new AssertionError("This test does not know the draw \"" + name + "\".");
    };
  }

  /// One generator, five draws: normal numbers one by one, in whole blocks and with a ragged end,
  /// uniform ones, and a block again.
  private static float[] cpuSequence(TorchCpuGenerator generator) {
    return concat(
        normal(generator, 5, DType.F32),
        normal(generator, 64, DType.F32),
        normal(generator, 17, DType.F32),
        uniform(generator, 4),
        normal(generator, 16, DType.F32));
  }

  private static float[] cudaSequence(TorchGenerator generator) {
    return concat(
        normal(generator, 5, DType.F32),
        normal(generator, 64, DType.F32),
        normal(generator, 17, DType.F32));
  }

  private static float[] normal(TorchGenerator generator, int count, DType dtype) {
    float[] numbers = new float[count];
    generator.normal(numbers, dtype);
    return numbers;
  }

  private static float[] uniform(TorchCpuGenerator generator, int count) {
    float[] numbers = new float[count];
    generator.uniform(numbers);
    return numbers;
  }

  private static float[] integers(TorchCpuGenerator generator, int count, long high) {
    long[] numbers = new long[count];
    generator.integers(numbers, 0, high);
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = numbers[i];
    }
    return floats;
  }

  private static float[] permutation(TorchCpuGenerator generator, int size) {
    int[] order = generator.permutation(size);
    float[] floats = new float[size];
    for (int i = 0; i < size; i++) {
      floats[i] = order[i];
    }
    return floats;
  }

  private static float[] concat(float[]... parts) {
    float[] all = new float[Stream.of(parts).mapToInt(part -> part.length).sum()];
    int place = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, place, part.length);
      place += part.length;
    }
    return all;
  }
}
