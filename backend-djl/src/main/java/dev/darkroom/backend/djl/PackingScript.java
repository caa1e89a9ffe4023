package dev.darkroom.backend.djl;

import java.util.Collection;

/// The methods of an archive that gather weights into the list that its network is run with.
final class PackingScript {

  /// The method that gives an empty list.
  static final String BEGIN = "begin";

  private PackingScript() {}

  /// The method that appends a weight to the list.
  static String method(Packing packing) {
    return "pack_%s_%s".formatted(packing.stored(), packing.held()).toLowerCase(java.util.Locale.ROOT);
  }

  static String methods(Collection<Packing> packings) {
    StringBuilder text =
        new StringBuilder(
            """
              def begin(self: __torch__.Network) -> List[Tensor]:
                return annotate(List[Tensor], [])
            """);
    for (Packing packing : packings) {
      text.append(
          """
            def %s(self: __torch__.Network,
              weights: List[Tensor],
              w: Tensor) -> int:
              packed = %s
              _0 = torch.append(weights, packed)
              return 0
          """
              .formatted(method(packing), packing.expression()));
    }
    return text.toString();
  }
}
