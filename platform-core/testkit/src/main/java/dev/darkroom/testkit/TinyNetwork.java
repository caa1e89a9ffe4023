package dev.darkroom.testkit;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Reduction.Reduce;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.GroupNorm;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.ir.composite.Silu;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/// A loss over one of each layer that a UNet is made of: the mean squared error of a convolution,
/// group norm, SiLU, layer norm, attention of two heads and a linear layer.
final class TinyNetwork {

  private TinyNetwork() {}

  static Graph graph() {
    GraphBuilder g = new GraphBuilder();
    Dim batch = Dim.named("batch");
    Value x = g.input("x", DType.F32, batch, Dim.of(2), Dim.of(4), Dim.of(4));
    Value target = g.input("target", DType.F32, batch, Dim.of(16), Dim.of(3));
    Value features =
        g.apply(
            new Conv2d(Window.square(3, 1, 1), 1),
            x,
            g.weight("conv.weight", 4, 2, 3, 3),
            g.weight("conv.bias", 4));
    Value normal =
        g.apply(
            new GroupNorm(2, 1e-5),
            features,
            g.weight("group.weight", 4),
            g.weight("group.bias", 4));
    Value tokens = g.transpose(g.reshape(g.apply(new Silu(), normal), 0, 0, 16), 0, 2, 1);
    Value hidden =
        g.apply(new LayerNorm(1e-5), tokens, g.weight("norm.weight", 4), g.weight("norm.bias", 4));
    Value mixed =
        g.apply(
            new Attention(2, 2, Math.sqrt(0.5), Attention.Mask.NONE),
            project(g, hidden, "query"),
            project(g, hidden, "key"),
            project(g, hidden, "value"));
    Value result =
        g.apply(new Linear(), mixed, g.weight("linear.weight", 3, 4), g.weight("linear.bias", 3));
    Value error = g.sub(result, target);
    g.output("loss", g.reduce(Reduce.Kind.MEAN, g.mul(error, error), 0, 1, 2));
    return g.build();
  }

  private static Value project(GraphBuilder g, Value x, String name) {
    return g.apply(new Linear(), x, g.weight(name + ".weight", 4, 4));
  }

  static Map<String, Tensor> weights() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    graph()
        .weights()
        .forEach(weight -> {
          long[] sizes = weight.type().dims().stream().mapToLong(TinyNetwork::size).toArray();
          weights.put(weight.key(), Samples.floats(140 + weights.size(), sizes));
        });
    return weights;
  }

  private static long size(Dim dim) {
    return ((Dim.Fixed) dim).size();
  }

  static Map<String, Tensor> inputs(int batch) {
    return Map.of(
        "x", Samples.floats(141, batch, 2, 4, 4), "target", Samples.floats(142, batch, 16, 3));
  }
}
