package dev.darkroom.core.arch.clip;

import dev.darkroom.core.arch.clip.ClipTextConfig.EndOfText;
import dev.darkroom.core.arch.common.Scope;
import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Elementwise.Compare;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.GraphPatch;
import dev.darkroom.core.ir.Indexing.GatherAlong;
import dev.darkroom.core.ir.Reduction.ArgMax;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.composite.LayerNorm;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// The text encoder of CLIP: a causal transformer over at most `positions` tokens.
///
/// Input `input_ids` `[batch, tokens]` I64. Outputs `last_hidden_state` `[batch, tokens, channels]`
/// after the final normalisation, `penultimate_hidden_state` before the last layer without it, and the
/// state of the end-of-text token: `pooler_output` `[batch, channels]`, or projected as `text_embeds`
/// `[batch, projection]`.
public final class ClipText {

  /// Optional outputs.
  public enum Variant {
    PLAIN,
    /// Takes `layer` (I64 scalar, layers left out at the end, 0 to the number of layers) and returns
    /// the output of the layer before as `layer_hidden_state` and `layer_normalized_hidden_state`.
    LAYER_CHOICE
  }

  private final ClipTextConfig config;
  private final Scope scope;
  private final GraphBuilder g;

  private ClipText(ClipTextConfig config, List<GraphPatch> patches) {
    this.config = config;
    this.scope = Scope.root(patches);
    this.g = scope.graph();
  }

  /// Builds the graph. Weights are named as in published checkpoints, `text_model.` first.
  public static Graph graph(ClipTextConfig config, Variant variant, List<GraphPatch> patches) {
    return new ClipText(config, patches).build(variant);
  }

  private Graph build(Variant variant) {
    Value ids = g.input("input_ids", DType.I64, Dim.named("batch"), Dim.named("tokens"));
    List<Value> states = states(ids);
    Value last = normalized(states.getLast());
    g.output("last_hidden_state", last);
    g.output("penultimate_hidden_state", states.get(states.size() - 2));
    Value pooled = pooled(ids, last);
    if (config.projection().isPresent()) {
      int size = config.projection().getAsInt();
      g.output("text_embeds", scope.linearWithoutBias("text_projection", pooled, size));
    } else {
      g.output("pooler_output", pooled);
    }
    if (variant == Variant.LAYER_CHOICE) {
      choose(states.reversed());
    }
    return g.build();
  }

  private Value normalized(Value state) {
    return scope.at("text_model").norm("final_layer_norm", state, new LayerNorm(config.epsilon()));
  }

  /// The embedded tokens and the output of each layer.
  private List<Value> states(Value ids) {
    List<Value> states = new ArrayList<>();
    states.add(embedded(ids));
    for (int i = 0; i < config.layers().count(); i++) {
      Scope layer = scope.at("text_model.encoder.layers", i);
      states.add(new ClipLayer(config).apply(layer, states.getLast()));
    }
    return states;
  }

  private Value embedded(Value ids) {
    Scope embeddings = scope.at("text_model.embeddings");
    g.label(embeddings.path());
    int channels = config.layers().channels();
    ClipTextConfig.Vocabulary vocabulary = config.vocabulary();
    Value tokens = embeddings.weight("token_embedding.weight", vocabulary.size(), channels);
    Value places = embeddings.weight("position_embedding.weight", vocabulary.positions(), channels);
    return g.add(g.gather(tokens, 0, ids), g.gather(places, 0, g.positions(ids, 1)));
  }

  private Value pooled(Value ids, Value last) {
    Value index = g.reshape(endOfText(ids), 0, 1, 1);
    Value row = g.slice(last, 1, 0, 1);
    return g.reshape(g.apply(new GatherAlong(1), last, g.expandLike(index, row)), 0, -1);
  }

  /// The position of each text's end, `[batch, 1]`.
  private Value endOfText(Value ids) {
    Value score =
        switch (config.vocabulary().end()) {
          case EndOfText.HighestId() -> ids;
          case EndOfText.Token(long id) ->
              g.compare(Compare.Kind.EQUAL, ids, g.constant(Tensor.scalar(id)));
        };
    return g.apply(new ArgMax(1), g.cast(score, DType.I32));
  }

  private void choose(List<Value> lastFirst) {
    Value layer = g.input("layer", DType.I64);
    Value all = g.concat(2, lastFirst.toArray(Value[]::new));
    Value table = g.reshape(all, 0, 0, lastFirst.size(), config.layers().channels());
    Value chosen = g.gather(table, 2, layer);
    g.output("layer_hidden_state", chosen);
    g.output("layer_normalized_hidden_state", normalized(chosen));
  }
}
