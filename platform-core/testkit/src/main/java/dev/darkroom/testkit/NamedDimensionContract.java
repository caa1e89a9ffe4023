package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Indexing;
import dev.darkroom.core.ir.Movement;
import dev.darkroom.core.ir.Reduction;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.GroupNorm;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.ir.composite.Silu;
import dev.darkroom.core.ir.composite.Softmax;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Graphs with named dimensions: one compiled graph serves every size.
public interface NamedDimensionContract extends BackendSubject {

  @Test
  default void oneGraphServesTwoSizes() {
    GraphBuilder g = new GraphBuilder();
    Value x = g.input("x", DType.F32, Dim.named("batch"), Dim.named("tokens"), Dim.of(3));
    Value flat = g.reshape(x, 0, -1);
    g.output("flat", flat);
    g.output("back", g.reshapeLike(g.mul(flat, 2), x));
    g.output("positions", g.positions(x, 1));
    g.output("joined", g.concat(1, x, x));
    g.output("last", g.slice(x, 1, -1, Long.MAX_VALUE));
    g.output("first", g.slice(x, 1, 0, 2));
    g.output("inner", g.slice(x, 1, 1, -1));
    g.output("swapped", g.transpose(x, 2, 1, 0));
    Value row = g.input("row", DType.F32, Dim.of(3));
    g.output("expanded", g.expandLike(row, x));
    try (Backend backend = Trial.open(this);
        CompiledGraph compiled = Trial.compile(backend, g.build())) {
      checkSizes(compiled, 2, 4);
      checkSizes(compiled, 1, 2);
      checkSizes(compiled, 3, 7);
    }
  }

  private void checkSizes(CompiledGraph compiled, long batch, long tokens) {
    Tensor x = Samples.floats(111, batch, tokens, 3);
    Tensor row = Samples.floats(112, 3);
    Map<String, Tensor> outputs = compiled.run(Map.of("x", x, "row", row));
    Grid in = Grid.of(x);
    Map<String, Grid> expected = new HashMap<>();
    expected.put("flat", Grid.of(x.reshape(Shape.of(batch, tokens * 3))));
    expected.put("back", Grid.of(x.times(2)));
    expected.put("positions", Grid.fill(Shape.of(tokens), i -> i[0]));
    expected.put(
        "joined", Grid.fill(Shape.of(batch, 2 * tokens, 3), i -> in.at(i[0], i[1] % tokens, i[2])));
    expected.put("last", Grid.fill(Shape.of(batch, 1, 3), i -> in.at(i[0], tokens - 1, i[2])));
    expected.put("first", Grid.fill(Shape.of(batch, 2, 3), in::at));
    expected.put(
        "inner", Grid.fill(Shape.of(batch, tokens - 2, 3), i -> in.at(i[0], i[1] + 1, i[2])));
    expected.put("swapped", Grid.fill(Shape.of(3, tokens, batch), i -> in.at(i[2], i[1], i[0])));
    expected.put("expanded", Grid.fill(x.shape(), Grid.of(row)::broadcast));
    expected.forEach((name, grid) -> Trial.close(this, Trial.output(outputs, name), grid));
  }

  /// A small text encoder: embedding, causal attention, the token of the largest id picked out.
  @Test
  default void aNetworkServesTwoTextLengths() {
    Graph graph = textEncoder();
    try (Backend backend = Trial.open(this);
        CompiledGraph whole = Trial.compile(backend, graph, weights(graph));
        CompiledGraph plain = Trial.compile(backend, primitives(graph), weights(graph))) {
      for (long[] sizes : new long[][] {{1, 5}, {3, 77}, {2, 1}}) {
        Map<String, Tensor> inputs =
            Map.of("ids", Samples.of(DType.U8, 115, sizes).cast(DType.I64));
        Map<String, Tensor> expected = plain.run(inputs);
        Map<String, Tensor> outputs = whole.run(inputs);
        assertThat(Trial.output(outputs, "pooled").shape()).isEqualTo(Shape.of(sizes[0], 1, 8));
        expected.forEach(
            (name, tensor) -> Trial.close(this, Trial.output(outputs, name), Grid.of(tensor)));
      }
    }
  }

  private static Graph textEncoder() {
    GraphBuilder g = new GraphBuilder();
    Value ids = g.input("ids", DType.I64, Dim.named("batch"), Dim.named("tokens"));
    Value places = g.gather(g.weight("places", 80, 8), 0, g.positions(ids, 1));
    Value x = g.add(g.gather(g.weight("table", 11, 8), 0, ids), places);
    Value normal = g.apply(new LayerNorm(1e-5), x, g.weight("norm.w", 8), g.weight("norm.b", 8));
    Value query = g.apply(new Linear(), normal, g.weight("q", 8, 8));
    Value mixed = g.apply(new Attention(2, 2, 0.5, Attention.Mask.CAUSAL), query, normal, normal);
    Value result = g.add(x, g.apply(new Silu(Silu.QUICK_GELU), mixed));
    Value last = g.reshape(g.apply(new Reduction.ArgMax(-1), ids), 0, 1, 1);
    Value width = g.slice(result, 1, 0, 1);
    Value pooled = g.apply(new Indexing.GatherAlong(1), result, g.expandLike(last, width));
    g.output("hidden", result);
    g.output("pooled", pooled);
    g.output("probabilities", g.apply(new Softmax(1), result));
    return g.build();
  }

  /// A small UNet: down, up to the size of the skipped picture, attention over the pixels.
  @Test
  default void aNetworkServesTwoPictureSizes() {
    Graph graph = network();
    try (Backend backend = Trial.open(this);
        CompiledGraph whole = Trial.compile(backend, graph, weights(graph));
        CompiledGraph plain = Trial.compile(backend, primitives(graph), weights(graph))) {
      for (long[] sizes : new long[][] {{1, 4, 8, 8}, {2, 4, 7, 5}, {3, 4, 1, 9}}) {
        Map<String, Tensor> inputs =
            Map.of("x", Samples.floats(113, sizes), "scale", Samples.floats(114, sizes[0]));
        Tensor expected = Trial.output(plain.run(inputs), "result");
        assertThat(expected.shape().sizes()).isEqualTo(sizes);
        Trial.close(this, Trial.output(whole.run(inputs), "result"), Grid.of(expected));
      }
    }
  }

  private static Graph primitives(Graph graph) {
    return Lowering.lower(graph, _ -> false);
  }

  private static MemoryWeights weights(Graph graph) {
    Map<String, Tensor> weights = new HashMap<>();
    for (Source.Weight weight : graph.weights()) {
      long[] sizes =
          weight.type().dims().stream().mapToLong(NamedDimensionContract::size).toArray();
      weights.put(weight.key(), Samples.floats(weight.key().hashCode(), sizes).times(0.3));
    }
    return MemoryWeights.of(weights);
  }

  private static long size(Dim dim) {
    return Long.parseLong(dim.toString());
  }

  private static Graph network() {
    GraphBuilder g = new GraphBuilder();
    Dim batch = Dim.named("batch");
    Value x = g.input("x", DType.F32, batch, Dim.of(4), Dim.named("height"), Dim.named("width"));
    Value scale = g.reshape(g.input("scale", DType.F32, batch), -1, 1, 1, 1);
    Value down = g.apply(new Conv2d(Window.square(3, 2, 1), 1), x, g.weight("down", 8, 4, 3, 3));
    Value normal =
        g.apply(new GroupNorm(4, 1e-5), down, g.weight("norm.w", 8), g.weight("norm.b", 8));
    Value active = g.mul(g.apply(new Silu(), normal), scale);
    Value pixels = g.transpose(g.reshape(active, 0, 0, -1), 0, 2, 1);
    Value tokens = g.apply(new LayerNorm(1e-5), pixels);
    Value query = g.apply(new Linear(), tokens, g.weight("q", 8, 8), g.weight("q.b", 8));
    Value mixed = g.apply(new Attention(2, 2, 0.5, Attention.Mask.NONE), query, tokens, tokens);
    Value picture = g.reshapeLike(g.transpose(g.add(mixed, tokens), 0, 2, 1), active);
    Value up = g.resizeLike(g.apply(new Movement.UpsampleNearest(2), picture), x);
    Value joined = g.concat(1, up, x);
    g.output(
        "result",
        g.apply(new Conv2d(Window.square(3, 1, 1), 1), joined, g.weight("out", 4, 12, 3, 3)));
    return g.build();
  }
}
