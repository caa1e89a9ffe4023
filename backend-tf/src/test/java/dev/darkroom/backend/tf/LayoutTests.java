package dev.darkroom.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.ir.composite.Silu;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.DType;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

/// How often memory is moved for the sake of layouts.
class LayoutTests {

  @Test
  void ordersUndoEachOther() {
    assertThat(Layout.toLast(4)).containsExactly(0, 2, 3, 1);
    assertThat(Layout.toPlain(4)).containsExactly(0, 3, 1, 2);
    assertThat(Layout.toLast(3)).isEqualTo(Layout.toPlain(3));
    assertThat(Layout.CHANNELS_LAST.arrange(List.of("n", "c", "h", "w")))
        .containsExactly("n", "h", "w", "c");
    assertThat(Layout.CHANNELS_LAST.place(1, 4)).isEqualTo(3);
    assertThat(Layout.CHANNELS_LAST.place(3, 4)).isEqualTo(2);
  }

  @Test
  void betweenConvolutionsNothingIsTransposed() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", DType.F32, Dim.named("n"), Dim.of(2), Dim.named("h"), Dim.named("w"));
    Conv2d conv = new Conv2d(Window.square(3, 1, 1), 1);
    Value a = g.apply(conv, x, g.weight("a", 2, 2, 3, 3));
    Value b = g.apply(conv, g.apply(new Silu(), a), g.weight("b", 2, 2, 3, 3));
    Value tokens = g.transpose(g.reshape(b, 0, 0, -1), 0, 2, 1);
    Value picture = g.reshapeLike(g.transpose(g.mul(tokens, 2), 0, 2, 1), b);
    Value joined = g.slice(g.concat(1, a, picture), 1, 1, 3);
    g.output("y", g.apply(conv, joined, g.weight("c", 2, 2, 3, 3)));
    assertThat(transposes(g.build())).isEqualTo(2);
  }

  /// The picture comes in and goes out with its channels first.
  @Test
  void theDenoiserOfStableDiffusionIsTransposedOnceAtEachEnd() {
    ModelFamily family =
        PluginCatalog.load().all(ModelFamily.class).stream()
            .filter(candidate -> candidate.published("sd15").isPresent())
            .findFirst()
            .orElseThrow();
    ModelSpec spec = family.published("sd15").orElseThrow();
    Graph unet =
        family.graph(spec, spec.diffusion().orElseThrow().denoiser(), GraphOptions.plain());
    assertThat(transposes(unet)).isEqualTo(2);
  }

  private static long transposes(Graph graph) {
    try (Backend _ = OpenDevice.cpu(); // loads TensorFlow
        EngineSession session = new EngineSession(1);
        PointerScope _ = new PointerScope()) {
      Emission out = new Emission(session.graph(), StopPoints.none());
      Graph lowered = Lowering.lower(graph, NativeComposites::claims);
      new GraphEmitter(out, DType.F32, LayoutTests::place).emit(lowered);
      return session.count("Transpose");
    }
  }

  private static Edge place(Emission out, Source.Weight weight, DType held, List<Integer> order) {
    return out.placeholder(WeightPlaces.type(weight, held, order));
  }
}
