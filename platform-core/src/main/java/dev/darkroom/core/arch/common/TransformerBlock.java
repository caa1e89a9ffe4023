package dev.darkroom.core.arch.common;

import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.GraphPatch.AttentionSite.Kind;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.LayerNorm;

/// Self attention, attention to a context, and a gated feed-forward network (Shazeer 2020,
/// arXiv:2002.05202), each around a shortcut. Works on `[batch, tokens, channels]`.
record TransformerBlock(int heads) {

  private static final LayerNorm NORM = new LayerNorm(1e-5);
  private static final int WIDENING = 4;

  Value apply(Scope scope, Value x, Value context) {
    GraphBuilder g = scope.graph();
    Value own = scope.norm("norm1", x, NORM);
    Value h = g.add(attend(scope.at("attn1"), own, new Scope.Source(Kind.SELF, own)), x);
    Value query = scope.norm("norm2", h, NORM);
    h = g.add(attend(scope.at("attn2"), query, new Scope.Source(Kind.CROSS, context)), h);
    return g.add(feedForward(scope.at("ff.net"), scope.norm("norm3", h, NORM)), h);
  }

  private Value attend(Scope scope, Value x, Scope.Source source) {
    long channels = x.type().size(-1);
    Value query = scope.linearWithoutBias("to_q", x, channels);
    Value key = scope.linearWithoutBias("to_k", source.context(), channels);
    Value value = scope.linearWithoutBias("to_v", source.context(), channels);
    double scale = 1 / Math.sqrt((double) channels / heads);
    Attention attention = new Attention(heads, heads, scale, Attention.Mask.NONE);
    Value mixed = scope.attention(attention, query, key, value, source);
    return scope.linear("to_out.0", mixed, channels);
  }

  private static Value feedForward(Scope scope, Value x) {
    GraphBuilder g = scope.graph();
    long channels = x.type().size(-1);
    long inner = WIDENING * channels;
    Value both = scope.linear("0.proj", x, 2 * inner);
    Value gate = Activation.GELU.apply(g, g.slice(both, 2, inner, 2 * inner));
    return scope.linear("2", g.mul(g.slice(both, 2, 0, inner), gate), channels);
  }
}
