package dev.darkroom.core.plugin.trust;

import java.nio.file.Path;
import java.util.List;

/// Several kinds of signatures. One that is bad condemns the jar, whatever the others say; then one that
/// the user trusts is enough.
public record SignatureChecks(List<SignatureCheck> kinds) implements SignatureCheck {

  public SignatureChecks {
    kinds = List.copyOf(kinds);
  }

  @Override
  public List<String> endings() {
    return kinds.stream().flatMap(kind -> kind.endings().stream()).distinct().toList();
  }

  @Override
  public Signature check(Path jar) {
    Signature best = new Signature.Unsigned();
    for (SignatureCheck kind : kinds) {
      Signature found = kind.check(jar);
      if (weight(found) > weight(best)) {
        best = found;
      }
    }
    return best;
  }

  private static int weight(Signature signature) {
    return switch (signature) {
      case Signature.Unsigned _ -> 0;
      case Signature.Stranger _ -> 1;
      case Signature.Signed _ -> 2;
      case Signature.Bad _ -> 3;
    };
  }
}
