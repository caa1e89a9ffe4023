package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.spi.Drawing;
import dev.darkroom.core.spi.Generation;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.PluginUse;
import dev.darkroom.core.spi.Script;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every script owes: implement this in a test class and name the script.
public interface ScriptContract extends PluginContract<Script> {

  @Override
  default String kind() {
    return "script";
  }

  /// Settings to try the script with; the defaults unless a test class says otherwise.
  default Map<String, String> settings() {
    return Map.of();
  }

  @Test
  default void sameRequestGivesTheSamePictures() {
    List<Drawing> first = run(request(), new PaintedGeneration());
    List<Drawing> second = run(request(), new PaintedGeneration());
    assertThat(second).hasSameSizeAs(first);
    for (int i = 0; i < first.size(); i++) {
      assertSame(first.get(i), second.get(i));
    }
  }

  @Test
  default void leavesPictures() {
    List<Drawing> drawings = run(request(), new PaintedGeneration());
    assertThat(drawings).isNotEmpty();
    for (Drawing drawing : drawings) {
      assertThat(drawing.pixels().shape().rank()).isEqualTo(3);
      assertThat(drawing.pixels().shape().size(0)).isEqualTo(3);
      for (float value : drawing.pixels().toFloats()) {
        assertThat(value).isBetween(0f, 1f);
      }
    }
  }

  /// What a picture says about itself is written into its recipe.
  @Test
  default void everyPictureIsWhatItsRequestGives() {
    for (Drawing drawing : run(request(), new PaintedGeneration())) {
      GenerationRequest request = drawing.request();
      List<Drawing> again =
          request.extras().scripts().isEmpty()
              ? new PaintedGeneration().generate(request)
              : run(request, new PaintedGeneration());
      assertThat(drawing.index()).isBetween(0, again.size() - 1);
      assertSame(again.get(drawing.index()), drawing);
    }
  }

  /// The script ends at once when what it wraps is cancelled.
  @Test
  default void letsACancellationThrough() {
    PaintedGeneration painted = new PaintedGeneration();
    run(request(), painted);
    if (painted.requests().isEmpty()) {
      return; // it draws without a model
    }
    AtomicInteger calls = new AtomicInteger();
    Generation cancelled =
        request -> {
          if (calls.incrementAndGet() == painted.requests().size()) {
            throw new CancelledException();
          }
          return new PaintedGeneration().generate(request);
        };
    assertThatThrownBy(() -> run(request(), cancelled)).isInstanceOf(CancelledException.class);
    assertThat(calls.get()).isEqualTo(painted.requests().size());
  }

  private static void assertSame(Drawing actual, Drawing expected) {
    assertThat(actual.pixels().shape()).isEqualTo(expected.pixels().shape());
    assertThat(actual.pixels().toFloats()).isEqualTo(expected.pixels().toFloats());
  }

  private GenerationRequest request() {
    GenerationRequest request = PaintedGeneration.request();
    PluginUse use = new PluginUse(provider().id(), settings());
    return request.with(request.extras().withScripts(List.of(use)));
  }

  private List<Drawing> run(GenerationRequest request, Generation next) {
    return provider().run(request, next, provider().parameters().parse(settings()));
  }
}
