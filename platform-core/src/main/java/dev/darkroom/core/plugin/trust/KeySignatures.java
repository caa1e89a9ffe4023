package dev.darkroom.core.plugin.trust;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Signatures by keys that the user trusts, in files that end in `.sig`.
///
/// @param trusted the keys; read anew at every check
public record KeySignatures(TrustedKeys trusted) implements SignatureCheck {

  @Override
  public List<String> endings() {
    return List.of(DetachedSignature.ENDING);
  }

  @Override
  public Signature check(Path jar) {
    Path file = jar.resolveSibling(jar.getFileName() + DetachedSignature.ENDING);
    if (!Files.exists(file)) {
      return new Signature.Unsigned();
    }
    try {
      return check(jar, DetachedSignature.read(file));
    } catch (InvalidRequestException | IOException | UncheckedIOException e) {
      return new Signature.Bad(String.valueOf(e.getMessage()));
    }
  }

  private Signature check(Path jar, DetachedSignature signature) throws IOException {
    if (!signature.vouchesFor(jar)) {
      return new Signature.Bad(
          "It was made for other bytes, so the jar or the signature was changed. Fetch both"
              + " again.");
    }
    Optional<String> owner = trusted.owner(signature.key());
    return owner.isPresent()
        ? new Signature.Signed(owner.get())
        : new Signature.Stranger("the key " + signature.key().fingerprint());
  }
}
