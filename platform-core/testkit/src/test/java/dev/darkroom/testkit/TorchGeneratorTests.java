package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.darkroom.core.sampling.TorchCpuGenerator;
import dev.darkroom.core.sampling.TorchCudaGenerator;
import dev.darkroom.core.sampling.TorchGenerator;
import dev.darkroom.core.tensor.DType;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the reference data does not reach. Literal numbers were drawn with torch 2.13.
class TorchGeneratorTests {

  @Test
  void theOddNormalNumberWaitsThroughOtherDraws() {
    var generator = new TorchCpuGenerator(5);
    float[] uniform = new float[1];

    assertThat(normal(generator, 1)).containsExactly(-0.4867807626724243f);
    generator.uniform(uniform);
    assertThat(uniform).containsExactly(0.9201034307479858f);
    assertThat(generator.permutation(4)).containsExactly(2, 0, 3, 1);
    assertThat(normal(generator, 16)).startsWith(0.2582516372203827f, -1.8833262920379639f);
    assertThat(normal(generator, 1)).containsExactly(-0.6038215756416321f);
  }

  @Test
  void sixteenBitTypesDrawNothingForTheRaggedEnd() {
    float[] numbers = new float[17];
    new TorchCpuGenerator(3).normal(numbers, DType.BF16);
    assertThat(numbers)
        .startsWith(-0.07666015625f, 0.26171875f, 0.9296875f)
        .endsWith(2.4375f, -0.146484375f);
  }

  @Test
  void fewSixteenBitNumbersAreTheFloat32OnesRounded() {
    float[] numbers = new float[3];
    new TorchCpuGenerator(3).normal(numbers, DType.F16);
    assertThat(numbers).containsExactly(0.80322265625f, 0.1748046875f, 0.0889892578125f);
  }

  @Test
  void theCpuSeedIsCutTo32Bits() {
    assertThat(normal(new TorchCpuGenerator(-1), 2))
        .containsExactly(1.2197630405426025f, -0.3929794728755951f)
        .containsExactly(normal(new TorchCpuGenerator(0xFFFFFFFFL), 2));
    assertThat(normal(new TorchCudaGenerator(-1), 2))
        .isNotEqualTo(normal(new TorchCudaGenerator(0xFFFFFFFFL), 2));
  }

  @Test
  void integersTake64BitsFromAWideSpanOn() {
    long[] numbers = new long[3];
    new TorchCpuGenerator(12).integers(numbers, -5, (1 << 28) - 6);
    assertThat(numbers).containsExactly(125253448, 37459613, 225699212);
    new TorchCpuGenerator(12).integers(numbers, -5, (1 << 28) - 5);
    assertThat(numbers).containsExactly(37459606, 261508344, 102796925);
  }

  @Test
  void integersSpanMoreThanASignedLong() {
    long[] numbers = new long[3];
    new TorchCpuGenerator(12).integers(numbers, -(1L << 62), (1L << 62) + (1L << 61));
    assertThat(numbers)
        .containsExactly(-1767883531541047653L, -2489393801566204675L, 245618738963975810L);
  }

  @Test
  void aPermutationHoldsEveryNumberOnce() {
    int[] order = new TorchCpuGenerator(1).permutation(1000);
    assertThat(Arrays.stream(order).sorted().toArray())
        .containsExactly(IntStream.range(0, 1000).toArray());
    assertThat(new TorchCpuGenerator(1).permutation(0)).isEmpty();
  }

  @Test
  void aSmallCardFillsInRoundsOfFourNumbersAThread() {
    int threads = 256;
    float[] small = normal(new TorchCudaGenerator(7, 1), 5 * threads);
    var wide = new TorchCudaGenerator(7);
    float[] first = normal(wide, threads);
    float[] second = normal(wide, threads);

    assertThat(Arrays.copyOf(small, threads)).containsExactly(first);
    assertThat(Arrays.copyOfRange(small, threads, 2 * threads)).isNotEqualTo(second);
    assertThat(Arrays.copyOfRange(small, 4 * threads, 5 * threads)).containsExactly(second);
  }

  @Test
  void aDrawOfTwoRoundsMovesTheNextDrawOnByTwo() {
    var small = new TorchCudaGenerator(7, 1);
    normal(small, 5 * 256);
    var wide = new TorchCudaGenerator(7);
    normal(wide, 1);
    normal(wide, 1);
    assertThat(normal(small, 100)).containsExactly(normal(wide, 100));
  }

  @Test
  void nothingIsDrawnForNoElements() {
    var cpu = new TorchCpuGenerator(9);
    assertThat(normal(cpu, 0)).isEmpty();
    assertThat(normal(cpu, 3)).containsExactly(normal(new TorchCpuGenerator(9), 3));
    var cuda = new TorchCudaGenerator(9);
    assertThat(normal(cuda, 0)).isEmpty();
    assertThat(normal(cuda, 3)).containsExactly(normal(new TorchCudaGenerator(9), 3));
  }

  @Test
  void impossibleDrawsAreRefused() {
    var cpu = new TorchCpuGenerator(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cpu.normal(new float[1], DType.I64))
        .withMessageContaining("I64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TorchCudaGenerator(0).normal(new float[1], DType.U8));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> cpu.integers(new long[1], 3, 3))
        .withMessageContaining("low 3");
    assertThatIllegalArgumentException().isThrownBy(() -> cpu.permutation(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> cpu.permutation(Integer.MAX_VALUE));
    assertThatIllegalArgumentException().isThrownBy(() -> new TorchCudaGenerator(0, 0));
  }

  private static float[] normal(TorchGenerator generator, int count) {
    float[] numbers = new float[count];
    generator.normal(numbers);
    return numbers;
  }
}
