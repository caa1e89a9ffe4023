package dev.darkroom.core.arch.clip;

import dev.darkroom.core.arch.common.Scope;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.GraphPatch.AttentionSite.Kind;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.LayerNorm;

/// One layer of CLIP's transformer: causal self attention and a feed-forward network.
record ClipLayer(ClipTextConfig config) {

  Value apply(Scope scope, Value x) {
    GraphBuilder g = scope.graph();
    LayerNorm norm = new LayerNorm(config.epsilon());
    Value h = g.add(x, attend(scope.at("self_attn"), scope.norm("layer_norm1", x, norm)));
    return g.add(h, feedForward(scope.at("mlp"), scope.norm("layer_norm2", h, norm)));
  }

  private Value attend(Scope scope, Value x) {
    int channels = config.layers().channels();
    int heads = config.layers().heads();
    Value query = scope.linear("q_proj", x, channels);
    Value key = scope.linear("k_proj", x, channels);
    Value value = scope.linear("v_proj", x, channels);
    double scale = 1 / Math.sqrt((double) channels / heads);
    Attention attention = new Attention(heads, heads, scale, Attention.Mask.CAUSAL);
    Scope.Source self = new Scope.Source(Kind.SELF, x);
    return scope.linear("out_proj", scope.attention(attention, query, key, value, self), channels);
  }

  private Value feedForward(Scope scope, Value x) {
    Value inner = scope.linear("fc1", x, config.layers().inner());
    Value active = config.activation().apply(scope.graph(), inner);
    return scope.linear("fc2", active, config.layers().channels());
  }
}
