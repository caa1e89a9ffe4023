package dev.darkroom.backend.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Node;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.spi.TrainableGraph;
import dev.darkroom.core.spi.TrainableGraph.Gradients;
import dev.darkroom.core.spi.TrainingBackend;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.testkit.Fixtures;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Gradients of every weight of a whole UNet.
class UnetTrainingTests {

  private final Path folder = Fixtures.cases("components", "unet-sd1").getFirst();
  private final WeightIndex index = ModelFiles.open(folder.resolve("model"));
  private final ModelFamily family =
      PluginCatalog.load().all(ModelFamily.class).stream()
          .filter(known -> known.recognise(index).isPresent())
          .findFirst()
          .orElseThrow();
  private final ModelSpec spec = family.recognise(index).orElseThrow();
  private final Component component = spec.components().iterator().next();
  private final Graph loss = meanSquare(family.graph(spec, component, GraphOptions.plain()));

  /// Along the gradient, the loss grows by the gradient's length.
  @Test
  void theLossGrowsAlongTheGradient() {
    try (TrainingBackend backend = cpu();
        TrainableGraph unet = compile(backend, DType.F32)) {
      Gradients gradients = unet.run(inputs());
      assertThat(gradients.weights().values())
          .allSatisfy(gradient -> assertThat(square(gradient)).isPositive());
      double length =
          Math.sqrt(gradients.weights().values().stream().mapToDouble(this::square).sum());
      Map<String, Tensor> start = new HashMap<>();
      gradients.weights().keySet().forEach(name -> start.put(name, unet.weight(name)));
      double h = 0.01 * gradients.loss() / length;
      double ahead = moved(unet, start, gradients, h / length);
      double behind = moved(unet, start, gradients, -h / length);
      assertThat((ahead - behind) / (2 * h)).isCloseTo(length, within(2e-3 * length));
    }
  }

  private double moved(
      TrainableGraph unet, Map<String, Tensor> start, Gradients gradients, double step) {
    start.forEach(
        (name, weight) -> unet.assign(name, weight.plus(step, gradient(gradients, name))));
    return unet.run(inputs()).loss();
  }

  /// The bound that the module's README gives.
  @Test
  void bfloat16GradientsAreWithinTheBound() {
    try (TrainingBackend backend = cpu();
        TrainableGraph exact = compile(backend, DType.F32);
        TrainableGraph rounded = compile(backend, DType.BF16)) {
      Gradients expected = exact.run(inputs());
      Gradients actual = rounded.run(inputs());
      assertThat(actual.loss()).isCloseTo(expected.loss(), within(0.01 * expected.loss()));
      double error = 0;
      double length = 0;
      for (String name : expected.weights().keySet()) {
        Tensor gradient = gradient(expected, name);
        error += square(gradient(actual, name).minus(gradient));
        length += square(gradient);
      }
      assertThat(Math.sqrt(error / length)).isLessThan(0.05);
    }
  }

  private static Tensor gradient(Gradients gradients, String name) {
    return Objects.requireNonNull(gradients.weights().get(name));
  }

  private double square(Tensor tensor) {
    double sum = 0;
    for (float element : tensor.toFloats()) {
      sum += (double) element * element;
    }
    return sum;
  }

  private TrainableGraph compile(TrainingBackend backend, DType precision) {
    Set<String> all = loss.weights().stream().map(Source.Weight::key).collect(Collectors.toSet());
    CompileOptions options = new CompileOptions("unet", precision, 1);
    return backend.compileForTraining(loss, family.weights(spec, component), all, options);
  }

  private static TrainingBackend cpu() {
    return (TrainingBackend) new DjlBackendProvider().open(Device.cpu("test"));
  }

  private Map<String, Tensor> inputs() {
    Map<String, Tensor> given = Fixtures.tensors(folder.resolve("inputs.safetensors"));
    given.keySet().retainAll(loss.inputs().keySet());
    return given;
  }

  private static Graph meanSquare(Graph network) {
    GraphBuilder g = new GraphBuilder();
    Map<Value, Value> moved = new HashMap<>();
    for (Node node : network.nodes()) {
      Value[] operands = node.inputs().stream().map(moved::get).toArray(Value[]::new);
      moved.put(
          node.output(),
          switch (node.op()) {
            case Source.Input(String key, var type) -> g.input(key, type);
            case Source.Weight(String key, var type) -> g.weight(key, type);
            default -> g.apply(node.op(), operands);
          });
    }
    Value result = Objects.requireNonNull(moved.get(network.outputs().values().iterator().next()));
    g.output("loss", g.reduce(Reduce.Kind.MEAN, g.mul(result, result), 0, 1, 2, 3));
    return g.build();
  }
}
