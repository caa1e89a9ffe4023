package dev.darkroom.testkit.family;

import static dev.darkroom.testkit.family.Tensors.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.GraphPatch;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.testkit.Fixtures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What graphs offer besides their results: one graph for all sizes, and sites for patches.
class GraphFormTests {

  @Test
  void oneGraphServesEverySizeAndBatch() {
    Path folder = Fixtures.path("components/unet-odd-size");
    ModelSpec spec = Families.recognised(ModelFiles.open(folder.resolve("model")));
    ModelFamily family = Families.of(spec);
    Graph graph = family.graph(spec, Component.UNET, GraphOptions.plain());
    Map<String, Tensor> given = Fixtures.tensors(folder.resolve("inputs.safetensors"));
    Tensor expected = named(Fixtures.tensors(folder.resolve("expected.safetensors")), "sample");
    long context = named(given, "encoder_hidden_states").shape().size(2);
    BackendProvider provider = PluginCatalog.load().find(BackendProvider.class, "reference");
    try (Backend backend = provider.open(provider.devices().getFirst());
        CompiledGraph compiled =
            backend.compile(
                graph, family.weights(spec, Component.UNET), CompileOptions.of("unet"))) {
      Fixtures.assertClose("before", named(compiled.run(given), "sample"), expected, 2e-4);
      Tensor other =
          named(
              compiled.run(
                  Map.of(
                      "sample", Tensor.allocate(DType.F32, Shape.of(1, 4, 9, 31)),
                      "timestep", Tensor.of(Shape.of(1), 500),
                      "encoder_hidden_states",
                          Tensor.allocate(DType.F32, Shape.of(1, 154, context)))),
              "sample");
      assertThat(other.shape()).isEqualTo(Shape.of(1, 4, 9, 31));
      Fixtures.assertClose("after", named(compiled.run(given), "sample"), expected, 2e-4);
      Fixtures.assertClose(
          "alone", named(compiled.run(firstRows(given)), "sample"), expected.rows(0, 1), 2e-4);
    }
  }

  private static Map<String, Tensor> firstRows(Map<String, Tensor> batch) {
    return Map.of(
        "sample", named(batch, "sample").rows(0, 1),
        "timestep", named(batch, "timestep").rows(0, 1),
        "encoder_hidden_states", named(batch, "encoder_hidden_states").rows(0, 1));
  }

  @Test
  void patchesAreCalledAtEverySite() {
    Recorder recorder = new Recorder(new ArrayList<>(), new ArrayList<>());
    ModelSpec spec = Families.published("sd15");
    Graph patched =
        Families.of(spec)
            .graph(spec, Component.UNET, new GraphOptions(Set.of(), List.of(recorder)));
    assertThat(recorder.attentions())
        .hasSize(32)
        .contains(
            "down_blocks.0.attentions.0.transformer_blocks.0.attn1 SELF 8",
            "mid_block.attentions.0.transformer_blocks.0.attn2 CROSS 8");
    assertThat(recorder.blocks())
        .contains("down_blocks.0", "down_blocks.3", "mid_block", "up_blocks.0", "up_blocks.3")
        .contains("up_blocks.1.resnets.2.hidden", "up_blocks.1.resnets.2.skip");
    assertThat(patched.inputs()).containsKey("strength");
    assertThat(patched.parameters()).isEqualTo(859_520_964L);
  }

  /// Scales each cross attention by an input of its own.
  private record Recorder(List<String> attentions, List<String> blocks) implements GraphPatch {
    @Override
    public Optional<Value> attention(
        GraphBuilder g, AttentionSite site, Value query, Value context, Value result) {
      attentions.add(site.path() + " " + site.kind() + " " + site.heads());
      return site.kind() == AttentionSite.Kind.CROSS
          ? Optional.of(g.mul(result, g.input("strength", DType.F32)))
          : Optional.empty();
    }

    @Override
    public Optional<Value> block(GraphBuilder g, BlockSite site, Value output) {
      blocks.add(site.path());
      return Optional.empty();
    }
  }

  @Test
  void controlResidualsAreInputsOfTheSkipsTypes() {
    ModelSpec spec = Families.published("sd15");
    Graph graph =
        Families.of(spec)
            .graph(spec, Component.UNET, GraphOptions.with(GraphOptions.Feature.CONTROL_RESIDUALS));
    assertThat(graph.inputs())
        .containsKeys("down_0", "down_11", "mid")
        .doesNotContainKey("down_12");
    assertThat(graph.inputs().get("down_0")).hasToString("F32 [batch, 320, height, width]");
  }
}
