package dev.darkroom.core.pipeline;

import dev.darkroom.core.sampling.TorchCpuGenerator;
import dev.darkroom.core.sampling.TorchCudaGenerator;
import dev.darkroom.core.sampling.TorchGenerator;
import dev.darkroom.core.spi.Noise;
import dev.darkroom.core.spi.Seeds;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/// Noise as torch draws it, from one generator a picture; parts of a path share what they have in
/// common.
final class TorchNoise implements Noise {

  private final List<TorchGenerator> generators;
  private final BrownianPath path = new BrownianPath(this::next);

  TorchNoise(Seeds seeds) {
    this.generators =
        IntStream.range(0, seeds.batch())
            .mapToObj(i -> generator(seeds.generator(), seeds.first() + i))
            .toList();
  }

  private static TorchGenerator generator(Seeds.Generator generator, long seed) {
    return switch (generator) {
      case CPU -> new TorchCpuGenerator(seed);
      case CUDA -> new TorchCudaGenerator(seed);
    };
  }

  @Override
  public Tensor next(Shape shape) {
    Shape row = shape.with(0, 1);
    return Tensor.concat(
        generators.stream().map(generator -> draw(generator, row)).toArray(Tensor[]::new));
  }

  @Override
  public Tensor between(Shape shape, double from, double to) {
    return path.between(shape, from, to);
  }

  private static Tensor draw(TorchGenerator generator, Shape shape) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    generator.normal(values, DType.F32);
    return Tensor.of(shape, values);
  }
}
