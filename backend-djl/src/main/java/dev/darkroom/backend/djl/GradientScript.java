package dev.darkroom.backend.djl;

import java.util.List;

/// The methods of an archive that computes a loss and its gradients.
///
/// DJL lets PyTorch record what gradients need in calls with plain tensors only, and when such a call
/// fails, it leaves its arguments behind. Weights, inputs and the flag are therefore left with the
/// module before the call, which has no arguments, and taken away after it.
final class GradientScript {

  /// What the module holds between calls: lists of tensors.
  static final List<String> SLOTS = List.of("weights", "inputs");

  /// The method that returns the loss and its gradients. The last of the inputs is the flag.
  static final String GRADIENTS = "gradients";

  private static final String METHODS =
      """
        def hold(self: __torch__.Network,
          weights: List[Tensor],
          inputs: List[Tensor]) -> int:
          self.weights = weights
          self.inputs = inputs
          return 0
        def weight(self: __torch__.Network,
          weights: List[Tensor],
          place: int) -> Tensor:
          return weights[place]
        def assign(self: __torch__.Network,
          weights: List[Tensor],
          place: int,
          value: Tensor) -> int:
          _0 = torch.copy_(weights[place], value)
          return 0
        def filled(self: __torch__.Network,
          gradient: Optional[Tensor],
          weight: Tensor) -> Tensor:
          if torch.__is__(gradient, None):
            filled = torch.zeros_like(weight)
          else:
            filled = torch.contiguous(unchecked_cast(Tensor, gradient))
          return filled
        def held(self: __torch__.Network,
          list: Optional[List[Tensor]]) -> List[Tensor]:
          if torch.__is__(list, None):
            held = annotate(List[Tensor], [])
          else:
            held = unchecked_cast(List[Tensor], list)
          return held
        def gradients(self: __torch__.Network) -> List[Tensor]:
          weights = (self).held(self.weights)
          inputs = (self).held(self.inputs)
          stop = inputs[-1]
      """;

  private GradientScript() {}

  /// @param out the lines that compute the loss
  /// @param trained the variables of the weights that gradients are computed for
  static String of(Script out, Term loss, List<String> trained) {
    out.at("", "gradients");
    String list = "annotate(List[Tensor], " + trained + ")";
    String none =
        "annotate(List[Optional[Tensor]], " + trained.stream().map(_ -> "None").toList() + ")";
    out.line("if ops.prim.requires_grad(" + loss + "):");
    out.line("  gradients = torch.grad([" + loss + "], " + list + ", None, None, False, True)");
    out.line("else:");
    out.line("  gradients = " + none);
    StringBuilder results =
        new StringBuilder("[torch.reshape(torch.detach(" + loss + "), annotate(List[int], []))");
    for (int i = 0; i < trained.size(); i++) {
      results.append(", (self).filled(gradients[%d], %s)".formatted(i, trained.get(i)));
    }
    out.line("return " + results + "]");
    return METHODS + out;
  }
}
