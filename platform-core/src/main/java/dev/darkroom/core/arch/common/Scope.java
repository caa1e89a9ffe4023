package dev.darkroom.core.arch.common;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.GraphPatch;
import dev.darkroom.core.ir.GraphPatch.AttentionSite;
import dev.darkroom.core.ir.GraphPatch.BlockSite;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.Window;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.GroupNorm;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.ir.composite.Linear;
import java.util.List;

/// A place in a network that is being built: layers applied here find their weights under its path.
///
/// @param graph the graph under construction
/// @param patches changes by extensions, applied in order
/// @param path the path of the weights, empty at the root
public record Scope(GraphBuilder graph, List<GraphPatch> patches, String path) {

  /// The root of a new network.
  public static Scope root(List<GraphPatch> patches) {
    return new Scope(new GraphBuilder(), List.copyOf(patches), "");
  }

  public Scope at(String name) {
    return new Scope(graph, patches, name(name));
  }

  /// Member `index` of the list of layers `name`.
  public Scope at(String name, int index) {
    return at(name + "." + index);
  }

  private String name(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  public Value weight(String name, long... sizes) {
    return graph.weight(name(name), sizes);
  }

  /// `x · weightᵀ + bias` over the last dimension.
  public Value linear(String name, Value x, long out) {
    Value weight = layer(name).weight(name + ".weight", out, x.type().size(-1));
    return graph.apply(new Linear(), x, weight, weight(name + ".bias", out));
  }

  /// `x · weightᵀ` over the last dimension.
  public Value linearWithoutBias(String name, Value x, long out) {
    Value weight = layer(name).weight(name + ".weight", out, x.type().size(-1));
    return graph.apply(new Linear(), x, weight);
  }

  /// A convolution of pictures, with bias.
  public Value conv(String name, Value x, long out, Window window) {
    Value weight = layer(name).kernel(name, x, out, window);
    return graph.apply(new Conv2d(window, 1), x, weight, weight(name + ".bias", out));
  }

  /// A convolution of pictures.
  public Value convWithoutBias(String name, Value x, long out, Window window) {
    return graph.apply(new Conv2d(window, 1), x, layer(name).kernel(name, x, out, window));
  }

  private Value kernel(String name, Value x, long out, Window window) {
    return weight(name + ".weight", out, x.type().size(1), window.height(), window.width());
  }

  /// Group normalisation with weight and bias.
  public Value norm(String name, Value x, GroupNorm norm) {
    long channels = x.type().size(1);
    Value weight = layer(name).weight(name + ".weight", channels);
    return graph.apply(norm, x, weight, weight(name + ".bias", channels));
  }

  /// Layer normalisation with weight and bias.
  public Value norm(String name, Value x, LayerNorm norm) {
    long channels = x.type().size(-1);
    Value weight = layer(name).weight(name + ".weight", channels);
    return graph.apply(norm, x, weight, weight(name + ".bias", channels));
  }

  private Scope layer(String name) {
    graph.label(name(name));
    return this;
  }

  /// Attention of this layer as patches leave it.
  ///
  /// @param op the attention
  /// @param query projected, `[batch, tokens, channels]`
  /// @param key projected
  /// @param value projected
  /// @param source what key and value were projected from
  public Value attention(Attention op, Value query, Value key, Value value, Source source) {
    graph.label(path);
    Value result = graph.apply(op, query, key, value);
    AttentionSite site = new AttentionSite(path, source.kind(), op.heads());
    for (GraphPatch patch : patches) {
      result = patch.attention(graph, site, query, source.context(), result).orElse(result);
    }
    return result;
  }

  /// What an attention looks at.
  ///
  /// @param context the value that keys and values are projected from
  public record Source(AttentionSite.Kind kind, Value context) {}

  /// The output of this block as patches leave it.
  public Value block(Value output) {
    Value result = output;
    for (GraphPatch patch : patches) {
      result = patch.block(graph, new BlockSite(path), result).orElse(result);
    }
    return result;
  }
}
