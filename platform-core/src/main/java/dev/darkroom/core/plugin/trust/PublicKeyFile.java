package dev.darkroom.core.plugin.trust;

import dev.darkroom.core.error.InvalidRequestException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// A public key that signatures of plug-ins can be made for: Ed25519, or ECDSA over P-256.
record PublicKeyFile(PublicKey key) {

  static final String LABEL = "PUBLIC KEY";

  private static final List<String> ALGORITHMS = List.of("Ed25519", "EC");
  private static final int P256_BITS = 256;

  /// The first public key of a PEM file.
  ///
  /// @throws InvalidRequestException if there is none, or one of another kind
  static PublicKeyFile read(Path file) {
    return Pem.read(file).stream()
        .filter(block -> block.label().equals(LABEL))
        .findFirst()
        .map(block -> of(block.bytes()))
        .orElseThrow(() ->
            new InvalidRequestException(
                "key",
                "%s holds no -----BEGIN PUBLIC KEY-----. Name the file of a public key."
                    .formatted(file)));
  }

  /// @param encoded as X.509 encodes it
  /// @throws InvalidRequestException if the bytes are no key of these kinds
  static PublicKeyFile of(byte[] encoded) {
    for (String algorithm : ALGORITHMS) {
      try {
        PublicKey key =
            KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
        requireStrength(key);
        return new PublicKeyFile(key);
      } catch (GeneralSecurityException _) {
        // perhaps it is of the next kind
      }
    }
    throw new InvalidRequestException(
        "key", "The public key is neither Ed25519 nor ECDSA over P-256. Use one of those.");
  }

  private static void requireStrength(PublicKey key) throws InvalidKeyException {
    if (key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() != P256_BITS) {
      throw new InvalidKeyException("another curve");
    }
  }

  /// As X.509 encodes it (SubjectPublicKeyInfo).
  Pem pem() {
    return Pem.of(LABEL, key.getEncoded());
  }

  /// How its signatures are made.
  String algorithm() {
    return key instanceof ECPublicKey ? "SHA256withECDSA" : "Ed25519";
  }

  /// As ssh writes it: `SHA256:` and the hash in base 64.
  String fingerprint() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
