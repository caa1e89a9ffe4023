package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.Gelu;
import dev.darkroom.core.ir.composite.GroupNorm;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.ir.composite.RmsNorm;
import dev.darkroom.core.ir.composite.Silu;
import dev.darkroom.core.ir.composite.Softmax;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Composites: whether the backend claims one or not, it must give what its lowering gives.
public interface CompositeContract extends BackendSubject {

  @TestFactory
  default Stream<DynamicTest> linear() {
    Tensor weight = Samples.floats(91, 6, 5);
    Tensor bias = Samples.floats(92, 6);
    return Stream.of(
            Samples.floats(93, 4, 5), Samples.floats(93, 2, 3, 5), Samples.floats(93, 2, 3, 2, 5))
        .flatMap(x ->
            Stream.of(
                dynamicTest(x.toString(), () -> checkLowered(new Linear(), x, weight)),
                dynamicTest(x + " biased", () -> checkLowered(new Linear(), x, weight, bias))));
  }

  @TestFactory
  default Stream<DynamicTest> activations() {
    Tensor x = Samples.floats(94, 2, 3, 5, 7).times(3);
    return Stream.of(
            new Silu(),
            new Silu(Silu.QUICK_GELU),
            new Gelu(Gelu.Form.EXACT),
            new Gelu(Gelu.Form.TANH))
        .map(op -> dynamicTest(op.toString(), () -> checkLowered(op, x)));
  }

  @Test
  default void activationsAtKnownPoints() {
    Tensor x = Samples.vector(-1, 0, 1, 2);
    Shape shape = Shape.of(4);
    Grid silu = Grid.of(shape, -0.26894142137, 0, 0.73105857863, 1.76159415596);
    Grid gelu = Grid.of(shape, -0.15865525393, 0, 0.84134474607, 1.95449973610);
    Grid tanh = Grid.of(shape, -0.15880800939, 0, 0.84119199061, 1.95459769409);
    Trial.check(this, new Silu(), silu, x);
    Trial.check(this, new Gelu(Gelu.Form.EXACT), gelu, x);
    Trial.check(this, new Gelu(Gelu.Form.TANH), tanh, x);
  }

  @TestFactory
  default Stream<DynamicTest> normalisations() {
    Tensor x = Samples.floats(95, 2, 6, 3, 5).times(3);
    Tensor five = Samples.floats(96, 5);
    Tensor six = Samples.floats(97, 6);
    return Stream.of(
        dynamicTest("LayerNorm", () -> checkLowered(new LayerNorm(1e-5), x)),
        dynamicTest("LayerNorm, weight", () -> checkLowered(new LayerNorm(1e-5), x, five)),
        dynamicTest("LayerNorm, bias", () -> checkLowered(new LayerNorm(1e-6), x, five, five)),
        dynamicTest("RmsNorm", () -> checkLowered(new RmsNorm(1e-6), x)),
        dynamicTest("RmsNorm, weight", () -> checkLowered(new RmsNorm(1e-6), x, five)),
        dynamicTest("GroupNorm, 1", () -> checkLowered(new GroupNorm(1, 1e-5), x, six, six)),
        dynamicTest("GroupNorm, 3", () -> checkLowered(new GroupNorm(3, 1e-6), x, six, six)),
        dynamicTest("GroupNorm, 6", () -> checkLowered(new GroupNorm(6, 1e-6), x, six, six)));
  }

  @Test
  default void normalisationsAtKnownPoints() {
    Tensor x = Samples.vector(1, 2, 3, 4);
    Shape shape = Shape.of(4);
    double deviation = Math.sqrt(1.25 + 1e-5);
    Grid layer =
        Grid.of(shape, -1.5 / deviation, -0.5 / deviation, 0.5 / deviation, 1.5 / deviation);
    double root = Math.sqrt(7.5 + 1e-5);
    Grid rms = Grid.of(shape, 1 / root, 2 / root, 3 / root, 4 / root);
    Trial.check(this, new LayerNorm(1e-5), layer, x);
    Trial.check(this, new RmsNorm(1e-5), rms, x);
    Tensor scale = Samples.vector(1, 10);
    Tensor shift = Samples.vector(0, 1);
    double half = 0.5 / Math.sqrt(0.25 + 1e-5);
    Grid groups = Grid.of(Shape.of(1, 2, 1, 2), -half, half, 1 - 10 * half, 1 + 10 * half);
    Tensor picture = x.reshape(Shape.of(1, 2, 1, 2));
    Trial.check(this, new GroupNorm(2, 1e-5), groups, picture, scale, shift);
  }

  @TestFactory
  default Stream<DynamicTest> softmax() {
    Tensor x = Samples.floats(98, 2, 3, 4, 5);
    return Stream.of(-1, 0, 1, 2)
        .map(Softmax::new)
        .map(op -> dynamicTest(op.toString(), () -> checkLowered(op, x)));
  }

  @Test
  default void softmaxOfLargeAndOfHiddenScores() {
    float hidden = Float.NEGATIVE_INFINITY;
    Tensor x = Tensor.of(Shape.of(3, 2), 1000, 1000, hidden, 3, -1000, -1000);
    Trial.check(this, new Softmax(-1), Grid.of(Shape.of(3, 2), 0.5, 0.5, 0, 1, 0.5, 0.5), x);
  }

  @TestFactory
  default Stream<DynamicTest> attention() {
    Tensor query = Samples.floats(99, 2, 5, 12);
    Tensor key = Samples.floats(100, 2, 5, 12);
    Tensor value = Samples.floats(101, 2, 5, 12);
    Tensor context = Samples.floats(102, 2, 7, 12);
    Tensor shared = Samples.floats(103, 2, 5, 6);
    Tensor mask = Samples.floats(104, 2, 1, 5, 5);
    Tensor heads = Samples.floats(105, 1, 4, 5, 7);
    return Stream.of(
        dynamicTest(
            "self", () -> checkLowered(attention(4, Attention.Mask.NONE), query, key, value)),
        dynamicTest(
            "one head", () -> checkLowered(attention(1, Attention.Mask.NONE), query, key, value)),
        dynamicTest(
            "cross",
            () -> checkLowered(attention(4, Attention.Mask.NONE), query, context, context)),
        dynamicTest(
            "causal", () -> checkLowered(attention(4, Attention.Mask.CAUSAL), query, key, value)),
        dynamicTest(
            "mask of each batch",
            () -> checkLowered(attention(4, Attention.Mask.ADDITIVE), query, key, value, mask)),
        dynamicTest(
            "mask of each head",
            () ->
                checkLowered(
                    attention(4, Attention.Mask.ADDITIVE), query, context, context, heads)),
        dynamicTest(
            "shared heads",
            () ->
                checkLowered(new Attention(4, 2, 0.5, Attention.Mask.NONE), query, shared, shared)),
        dynamicTest(
            "shared heads, causal",
            () ->
                checkLowered(
                    new Attention(4, 2, 0.5, Attention.Mask.CAUSAL), query, shared, shared)));
  }

  private static Attention attention(int heads, Attention.Mask mask) {
    return new Attention(heads, heads, 1 / Math.sqrt(12.0 / heads), mask);
  }

  @Test
  default void attentionAtKnownPoints() {
    Tensor zeros = Samples.floats(106, 1, 2, 2).times(0);
    Tensor values = Tensor.of(Shape.of(1, 2, 2), 1, 10, 3, 30);
    Grid mean = Grid.of(Shape.of(1, 2, 2), 2, 20, 2, 20);
    Grid past = Grid.of(Shape.of(1, 2, 2), 1, 10, 2, 20);
    Attention all = new Attention(2, 2, 1, Attention.Mask.NONE);
    Attention causal = new Attention(2, 2, 1, Attention.Mask.CAUSAL);
    Attention masked = new Attention(2, 2, 1, Attention.Mask.ADDITIVE);
    Trial.check(this, all, mean, zeros, zeros, values);
    Trial.check(this, causal, past, zeros, zeros, values);
    float hidden = Float.NEGATIVE_INFINITY;
    Tensor mask = Tensor.of(Shape.of(1, 1, 2, 2), 0, hidden, hidden, 0);
    Trial.check(this, masked, Grid.of(values), zeros, zeros, values, mask);
  }

  /// The same op as it is and in primitives, on the same backend.
  private void checkLowered(Op.Composite op, Tensor... inputs) {
    GraphBuilder g = new GraphBuilder();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      values.add(g.input("input" + i, Type.of(inputs[i].dtype(), inputs[i].shape())));
      tensors.put("input" + i, inputs[i]);
    }
    g.output("result", g.apply(op, values));
    Graph graph = g.build();
    Graph primitives = Lowering.lower(graph, _ -> false);
    assertThat(primitives.nodes()).noneMatch(node -> node.op() instanceof Op.Composite);
    Tensor expected = Trial.result(this, primitives, tensors);
    Trial.close(this, Trial.result(this, graph, tensors), Grid.of(expected));
  }
}
