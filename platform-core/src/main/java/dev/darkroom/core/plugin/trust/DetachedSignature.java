package dev.darkroom.core.plugin.trust;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.jar.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;

/// A signature beside a jar, `plugin.jar.sig`: a PEM file with the public key and the signature.
///
/// What is signed is the line `darkroom plug-in sha256:HEX` and a line feed, so that no signature that
/// was made for another purpose passes for one of a plug-in, and no jar has to fit into memory.
record DetachedSignature(PublicKeyFile key, Pem signature) {

  /// Behind the jar's whole name.
  static final String ENDING = ".sig";

  private static final String LABEL = "DARKROOM SIGNATURE";

  /// @throws InvalidRequestException if the file is no signature
  static DetachedSignature read(Path file) {
    List<Pem> signatures =
        Pem.read(file).stream().filter(block -> block.label().equals(LABEL)).toList();
    if (signatures.size() != 1) {
      throw new InvalidRequestException(
          "signature",
          "%s holds %d signatures instead of one. Fetch it again."
              .formatted(file.getFileName(), signatures.size()));
    }
    return new DetachedSignature(PublicKeyFile.read(file), signatures.getFirst());
  }

  static DetachedSignature make(PublicKeyFile key, PrivateKey secret, Path jar) throws IOException {
    try {
      java.security.Signature signer = java.security.Signature.getInstance(key.algorithm());
      signer.initSign(secret);
      signer.update(statement(jar));
      return new DetachedSignature(key, Pem.of(LABEL, signer.sign()));
    } catch (GeneralSecurityException e) {
      throw new InvalidRequestException(
          "key", "This key cannot sign (%s). Make one with plugins keygen.".formatted(e), e);
    }
  }

  /// Whether the key vouches for exactly these bytes.
  boolean vouchesFor(Path jar) throws IOException {
    try {
      java.security.Signature verifier = java.security.Signature.getInstance(key.algorithm());
      verifier.initVerify(key.key());
      verifier.update(statement(jar));
      return verifier.verify(signature.bytes());
    } catch (GeneralSecurityException _) {
      return false; // bytes that are no signature of this kind
    }
  }

  private static byte[] statement(Path jar) throws IOException {
    return "darkroom plug-in sha256:%s\n"
        .formatted(Sha256.of(jar))
        .getBytes(StandardCharsets.US_ASCII);
  }

  String text() {
    return key.pem().text() + signature.text();
  }
}
