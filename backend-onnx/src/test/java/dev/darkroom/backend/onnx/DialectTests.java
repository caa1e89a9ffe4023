package dev.darkroom.backend.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.GroupNorm;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.ir.composite.Silu;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.MemoryWeights;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Models in standard operators only and models in float16, as devices other than the CPU get them.
/// The CPU runs both: it widens what it has no float16 kernel for.
class DialectTests {

  private static final int CHANNELS = 8;

  private final Tensor sample = random(1, 2, CHANNELS, 4, 6);
  private final MemoryWeights weights =
      MemoryWeights.of(
          Map.of(
              "conv.weight", random(2, CHANNELS, CHANNELS, 3, 3),
              "norm.weight", random(3, CHANNELS),
              "norm.bias", random(4, CHANNELS),
              "linear.weight", random(5, CHANNELS, CHANNELS),
              "linear.bias", random(6, CHANNELS)));

  @Test
  void standardOperatorsComputeTheSame() throws OrtException {
    assertNear(run(false, DType.F32), 1e-5f);
  }

  @Test
  void halfPrecisionComputesNearlyTheSame() throws OrtException {
    assertNear(run(true, DType.F16), 0.02f);
    assertNear(run(false, DType.F16), 0.02f);
  }

  private void assertNear(float[] actual, float tolerance) throws OrtException {
    float[] expected = run(true, DType.F32);
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as("element %d", i).isEqualTo(expected[i], within(tolerance));
    }
  }

  private float[] run(boolean contrib, DType precision) throws OrtException {
    NativeComposites composites = new NativeComposites(contrib);
    Graph graph = Lowering.lower(block(), composites::claims);
    OrtEnvironment environment = OnnxBackendProvider.environment();
    try (ModelWeights supply = new ModelWeights(weights);
        SessionOptions options = new SessionOptions()) {
      byte[] model = new ModelEmitter("block", composites, precision, supply).emit(graph);
      supply.addTo(options);
      try (CompiledGraph compiled =
          new OnnxGraph("block", graph, environment.createSession(model, options), _ -> {})) {
        return compiled.run(Map.of("sample", sample)).get("result").toFloats();
      }
    }
  }

  /// Convolution, norms and attention around each other, as in a UNet.
  private static Graph block() {
    GraphBuilder g = new GraphBuilder();
    Value x =
        g.input(
            "sample",
            DType.F32,
            Dim.named("batch"),
            Dim.of(CHANNELS),
            Dim.named("height"),
            Dim.named("width"));
    Value weight = g.weight("norm.weight", CHANNELS);
    Value bias = g.weight("norm.bias", CHANNELS);
    Value kernel = g.weight("conv.weight", CHANNELS, CHANNELS, 3, 3);
    Value h = g.apply(new GroupNorm(4, 1e-5), x, weight, bias);
    h = g.apply(new Conv2d(Window.square(3, 1, 1), 1), g.apply(new Silu(), h), kernel);
    Value tokens = g.transpose(g.reshape(h, 0, 0, -1), 0, 2, 1);
    tokens = g.apply(new LayerNorm(1e-5), tokens, weight, bias);
    Value linear = g.weight("linear.weight", CHANNELS, CHANNELS);
    tokens = g.apply(new Linear(), tokens, linear, g.weight("linear.bias", CHANNELS));
    Attention attention = new Attention(2, 2, 0.5, Attention.Mask.NONE);
    g.output("result", g.add(g.apply(attention, tokens, tokens, tokens), tokens));
    return g.build();
  }

  private static Tensor random(long seed, long... sizes) {
    Random random = new Random(seed);
    return Tensor.allocate(DType.F32, Shape.of(sizes)).map(_ -> random.nextGaussian() / 2);
  }
}
