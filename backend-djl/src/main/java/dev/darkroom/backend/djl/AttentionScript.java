package dev.darkroom.backend.djl;

/// Attention in bfloat16 on processors, as products of one head after the other, so that scores stay
/// in the processor's cache: PyTorch's own kernel is made for processors with matrix units.
final class AttentionScript {

  /// Query, key and value `[batch, heads, tokens, size]`; result `[batch, tokens, heads * size]`.
  static final String METHOD =
      """
        def attention(self: __torch__.Network,
          query: Tensor,
          key: Tensor,
          value: Tensor,
          scale: float) -> Tensor:
          batch = torch.size(query, 0)
          heads = torch.size(query, 1)
          tokens = torch.size(query, 2)
          size = torch.size(query, 3)
          result = torch.new_empty(query, [batch, tokens, heads, size])
          rows = torch.add(torch.floordiv(8388608, torch.size(key, 2)), 1)
          scaled = torch.mul(query, scale)
          for b in range(batch):
            for h in range(heads):
              q = torch.contiguous(torch.select(torch.select(scaled, 0, b), 0, h))
              k = torch.transpose(torch.contiguous(torch.select(torch.select(key, 0, b), 0, h)), 0, 1)
              v = torch.contiguous(torch.select(torch.select(value, 0, b), 0, h))
              r = torch.select(torch.select(result, 0, b), 1, h)
              for i in range(torch.add(torch.floordiv(torch.sub(tokens, 1), rows), 1)):
                start = torch.mul(i, rows)
                end = torch.add(start, rows)
                scores = torch.mm(torch.slice(q, 0, start, end), k)
                weights = torch.softmax(scores, -1)
                _0 = torch.copy_(torch.slice(r, 0, start, end), torch.mm(weights, v))
          return torch.flatten(result, 2, 3)
      """;

  private AttentionScript() {}
}
