package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.Gelu;
import dev.darkroom.core.ir.composite.GroupNorm;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.ir.composite.Silu;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every precision that a backend offers besides float32: results stay near those of float32, inputs
/// and outputs keep the types that the graph declares.
///
/// The bound: operands rounded to a mantissa of `m` bits have relative errors of up to `u = 2^-(m+1)`,
/// so a value that went through `n` roundings one after the other is within about `n * u` of the
/// largest values of the result. Each case says its `n`, doubled because errors of operands and of the
/// result meet.
public interface PrecisionContract extends BackendSubject {

  /// A part of a network from `x` `[batch, 32, height, width]` or `[batch, tokens, 32]`.
  record Part(
      String name, int roundings, boolean picture, BiFunction<GraphBuilder, Value, Value> build) {}

  @TestFactory
  default Stream<DynamicTest> precisionsStayNearFloat32() {
    try (Backend backend = Trial.open(this)) {
      List<DType> offered =
          backend.capabilities().precisions().stream()
              .filter(precision -> precision != DType.F32)
              .sorted()
              .toList();
      return offered.stream()
          .flatMap(precision ->
              parts()
                  .map(part ->
                      dynamicTest(
                          precision + " " + part.name(), () -> checkNear(precision, part))));
    }
  }

  private static Stream<Part> parts() {
    return Stream.of(
        new Part("linear", 2, false, (g, x) -> linear(g, x, "a")),
        new Part("matmul", 2, false, (g, x) -> g.matmul(x, g.weight("m", 32, 32))),
        new Part("conv2d", 2, true, (g, x) -> convolution(g, x, "a")),
        new Part("silu", 3, true, (g, x) -> g.apply(new Silu(), convolution(g, x, "a"))),
        new Part("gelu", 3, false, (g, x) -> g.apply(new Gelu(Gelu.Form.EXACT), linear(g, x, "a"))),
        new Part("group norm", 4, true, (g, x) -> groupNorm(g, convolution(g, x, "a"), "n")),
        new Part("layer norm", 4, false, (g, x) -> layerNorm(g, linear(g, x, "a"))),
        new Part("attention", 8, false, PrecisionContract::attention),
        new Part("residual block", 10, true, PrecisionContract::block));
  }

  private static Value linear(GraphBuilder g, Value x, String name) {
    Value weight = g.weight(name + ".weight", 32, 32);
    return g.apply(new Linear(), List.of(x, weight, g.weight(name + ".bias", 32)));
  }

  private static Value convolution(GraphBuilder g, Value x, String name) {
    Value weight = g.weight(name + ".weight", 32, 32, 3, 3);
    Conv2d op = new Conv2d(Window.square(3, 1, 1), 1);
    return g.apply(op, List.of(x, weight, g.weight(name + ".bias", 32)));
  }

  private static Value groupNorm(GraphBuilder g, Value x, String name) {
    Value weight = g.weight(name + ".weight", 32);
    return g.apply(new GroupNorm(4, 1e-5), List.of(x, weight, g.weight(name + ".bias", 32)));
  }

  private static Value layerNorm(GraphBuilder g, Value x) {
    return g.apply(
        new LayerNorm(1e-5), List.of(x, g.weight("n.weight", 32), g.weight("n.bias", 32)));
  }

  private static Value attention(GraphBuilder g, Value x) {
    Attention op = new Attention(4, 4, 1 / Math.sqrt(8), Attention.Mask.NONE);
    return g.apply(op, List.of(linear(g, x, "q"), linear(g, x, "k"), linear(g, x, "v")));
  }

  private static Value block(GraphBuilder g, Value x) {
    Value first = convolution(g, g.apply(new Silu(), groupNorm(g, x, "n1")), "c1");
    Value second = convolution(g, g.apply(new Silu(), groupNorm(g, first, "n2")), "c2");
    return g.add(x, second);
  }

  private void checkNear(DType precision, Part part) {
    GraphBuilder g = new GraphBuilder();
    Value x =
        part.picture()
            ? g.input(
                "x", DType.F32, Dim.of(2), Dim.of(32), Dim.named("height"), Dim.named("width"))
            : g.input("x", DType.F32, Dim.of(2), Dim.named("tokens"), Dim.of(32));
    g.output("result", part.build().apply(g, x));
    Graph graph = g.build();
    Tensor input =
        part.picture() ? Samples.floats(141, 2, 32, 9, 7) : Samples.floats(141, 2, 11, 32);
    Tensor exact = run(graph, DType.F32, input);
    Tensor near = run(graph, precision, input);
    assertThat(near.dtype()).isEqualTo(DType.F32);
    assertThat(near.shape()).isEqualTo(exact.shape());
    double largest = 0;
    double apart = 0;
    for (int i = 0; i < exact.shape().elements(); i++) {
      largest = Math.max(largest, Math.abs(exact.at(i)));
      apart = Math.max(apart, Math.abs(exact.at(i) - near.at(i)));
    }
    assertThat(apart)
        .as("largest difference from float32, of values up to %s", largest)
        .isLessThanOrEqualTo(2 * part.roundings() * unit(precision) * largest);
  }

  /// Half the distance of neighbouring numbers around 1.
  private static double unit(DType precision) {
    return switch (precision) {
      case BF16 -> 0x1p-8;
      case F16 -> 0x1p-11;
      default -> throw new AssertionError("no bound is known for " + precision);
    };
  }

  private Tensor run(Graph graph, DType precision, Tensor input) {
    Map<String, Tensor> tensors = new HashMap<>();
    graph
        .weights()
        .forEach(weight -> tensors.put(weight.key(), sample(weight.key(), weight.type())));
    Map<String, Tensor> inputs = new LinkedHashMap<>(Map.of("x", input));
    try (Backend backend = Trial.open(this);
        CompiledGraph compiled =
            backend.compile(
                graph, MemoryWeights.of(tensors), CompileOptions.of("near").with(precision))) {
      return Objects.requireNonNull(compiled.run(inputs).get("result"));
    }
  }

  private static Tensor sample(String key, Type type) {
    long[] sizes = type.dims().stream().mapToLong(dim -> ((Dim.Fixed) dim).size()).toArray();
    Tensor numbers = Samples.floats(key.hashCode(), sizes);
    double fan = Shape.of(sizes).elements() / (double) sizes[0];
    return sizes.length > 1 ? numbers.times(1 / Math.sqrt(fan)) : numbers;
  }
}
