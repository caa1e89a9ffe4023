package dev.darkroom.app.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.Darkroom;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.GenerationListener;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Seeds;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The default model draws the same picture on every engine.
final class EngineAgreementTests {

  private static final List<String> ENGINES = List.of("onnx", "djl", "tf");
  private static final long SEED = 7;
  private static final double BYTE = 1.0 / 255;

  @Test
  void everyEngineRepeatsItsPictureAndDrawsThatOfTheOthers() {
    List<Tensor> pictures = new ArrayList<>();
    for (String engine : ENGINES) {
      Tensor picture = draw(engine);
      assertThat(draw(engine).toFloats()).as(engine + " again").isEqualTo(picture.toFloats());
      pictures.add(picture);
    }
    for (int i = 1; i < pictures.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(distance(pictures.get(i), pictures.get(j)))
            .as("mean difference of a value between %s and %s", ENGINES.get(i), ENGINES.get(j))
            .isLessThan(BYTE);
      }
    }
  }

  private static Tensor draw(String engine) {
    DarkroomOptions options = DarkroomOptions.defaults().withBackend(engine);
    try (Darkroom darkroom = Darkroom.open(options)) {
      Model model = darkroom.model();
      GenerationRequest request = model.request("a red apple").with(Seeds.of(SEED));
      return model
          .generate(request, GenerationListener.SILENT, Cancellation.none())
          .pictures()
          .getFirst()
          .pixels();
    }
  }

  private static double distance(Tensor a, Tensor b) {
    float[] first = a.toFloats();
    float[] second = b.toFloats();
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.abs(first[i] - second[i]);
    }
    return sum / first.length;
  }
}
