package dev.darkroom.core.ir;

import java.util.Optional;

/// What an extension changes inside an architecture while its graph is built: IP-Adapter adds a
/// second attention, token merging shortens the sequence, FreeU scales features.
///
/// Architectures call patches at their declared sites only, in the order in which patches are given.
/// A method that returns empty leaves the site as it is. Run-time knobs of a patch (strength) are
/// graph inputs that it declares on the builder.
public interface GraphPatch {

  /// Called in place of an attention.
  ///
  /// @param query `[batch, tokens, heads * size]`, projected
  /// @param context the value that keys and values are projected from, `[batch, tokens', channels]`
  /// @param result what the attention gives unpatched, before its output projection, same type as
  ///     the query
  default Optional<Value> attention(
      GraphBuilder g, AttentionSite site, Value query, Value context, Value result) {
    return Optional.empty();
  }

  /// Called with the output of a block; returns what flows on instead, of the same type.
  default Optional<Value> block(GraphBuilder g, BlockSite site, Value output) {
    return Optional.empty();
  }

  /// Where an attention stands.
  ///
  /// @param path the layer's path as in the weight names (`mid_block.attentions.0.transformer_blocks
  ///     .0.attn2`)
  /// @param kind self or cross attention
  /// @param heads the number of heads
  record AttentionSite(String path, Kind kind, int heads) {
    /// What keys and values are made from.
    public enum Kind {
      SELF,
      CROSS
    }
  }

  /// Where a block ends, by the path of the layer as in the weight names (`up_blocks.1`).
  record BlockSite(String path) {}
}
