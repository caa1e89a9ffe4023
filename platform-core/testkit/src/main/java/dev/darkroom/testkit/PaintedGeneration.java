package dev.darkroom.testkit;

import dev.darkroom.core.spi.Drawing;
import dev.darkroom.core.spi.Extras;
import dev.darkroom.core.spi.Generation;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Guidance;
import dev.darkroom.core.spi.Prompt;
import dev.darkroom.core.spi.Sampling;
import dev.darkroom.core.spi.Seeds;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A generation without a model, to try scripts on: every request has its own pictures, always the
/// same ones. Remembers what it was asked for.
public final class PaintedGeneration implements Generation {

  private final List<GenerationRequest> requests = new ArrayList<>();

  public PaintedGeneration() {
    // nothing is asked for yet
  }

  /// A request that suits it: two pictures of 24 x 16 pixels.
  public static GenerationRequest request() {
    return new GenerationRequest(
        Prompt.of("a red apple"),
        new Size(24, 16),
        Sampling.of("sampler.euler", Sampling.MODEL_SCHEDULE, 4),
        Guidance.of(5),
        Seeds.of(7).withBatch(2));
  }

  @Override
  public List<Drawing> generate(GenerationRequest request) {
    Extras extras = request.extras().withScripts(List.of()).withFinishing(List.of());
    GenerationRequest plain = request.with(extras);
    requests.add(plain);
    List<Drawing> drawings = new ArrayList<>();
    for (int i = 0; i < plain.seeds().batch(); i++) {
      drawings.add(new Drawing(pixels(plain, i), plain, i));
    }
    return List.copyOf(drawings);
  }

  /// A picture of batch `i` is that of seed `first + i` alone.
  private static Tensor pixels(GenerationRequest request, int i) {
    Seeds alone = new Seeds(request.seeds().first() + i, 1, request.seeds().generator());
    Random random = new Random(request.with(alone).hashCode());
    Shape shape = Shape.of(3, request.size().height(), request.size().width());
    float[] values = new float[(int) shape.elements()];
    for (int place = 0; place < values.length; place++) {
      values[place] = random.nextFloat();
    }
    return Tensor.of(shape, values);
  }

  /// What it was asked for, in order, without scripts.
  public List<GenerationRequest> requests() {
    return List.copyOf(requests);
  }
}
