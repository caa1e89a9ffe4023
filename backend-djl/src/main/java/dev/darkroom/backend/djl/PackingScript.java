package dev.darkroom.backend.djl;

import dev.darkroom.core.tensor.DType;
import java.util.LinkedHashMap;
import java.util.Map;

/// The methods of an archive that gather weights into the list that its network is run with.
final class PackingScript {

  /// The method that gives an empty list.
  static final String BEGIN = "begin";

  private final Map<String, String> methods = new LinkedHashMap<>();

  /// The method that packs a weight and appends it to the list.
  String method(DType stored, Packing packing) {
    String expression = packing.expression(stored);
    return methods.computeIfAbsent(expression, _ -> "pack_" + methods.size());
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            """
              def begin(self: __torch__.Network) -> List[Tensor]:
                return annotate(List[Tensor], [])
            """);
    methods.forEach((expression, name) -> text.append(method(name, expression)));
    return text.toString();
  }

  private static String method(String name, String expression) {
    return """
      def %s(self: __torch__.Network,
        weights: List[Tensor],
        w: Tensor) -> int:
        packed = %s
        _0 = torch.append(weights, packed)
        return 0
    """
        .formatted(name, expression);
  }
}
