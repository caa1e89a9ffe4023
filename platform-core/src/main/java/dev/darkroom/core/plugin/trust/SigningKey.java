package dev.darkroom.core.plugin.trust;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/// The key with which an author signs plug-ins. Its file is secret; it holds a private and a public
/// key in PEM.
public final class SigningKey {

  private static final String LABEL = "PRIVATE KEY";
  private static final String OWNER_ONLY = "rw-------";

  private final PublicKeyFile open;
  private final PrivateKey secret;

  private SigningKey(PublicKeyFile open, PrivateKey secret) {
    this.open = open;
    this.secret = secret;
  }

  /// Makes an Ed25519 key.
  public static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new SigningKey(PublicKeyFile.of(pair.getPublic().getEncoded()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has Ed25519", e);
    }
  }

  /// @param file PEM with `PRIVATE KEY` (PKCS #8) and the `PUBLIC KEY` that belongs to it: Ed25519, or
  ///     ECDSA over P-256
  /// @throws InvalidRequestException if it holds other things
  public static SigningKey read(Path file) {
    PublicKeyFile open = PublicKeyFile.read(file);
    List<byte[]> secrets =
        Pem.read(file).stream()
            .filter(block -> block.label().equals(LABEL))
            .map(Pem::bytes)
            .toList();
    if (secrets.size() != 1) {
      throw new InvalidRequestException(
          "key",
          "%s holds %d private keys instead of one. Name the file that plugins keygen made."
              .formatted(file, secrets.size()));
    }
    return new SigningKey(open, secret(open, secrets.getFirst(), file));
  }

  private static PrivateKey secret(PublicKeyFile open, byte[] encoded, Path file) {
    try {
      return KeyFactory.getInstance(open.key().getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new InvalidRequestException(
          "key", "The two keys in %s do not belong together.".formatted(file), e);
    }
  }

  /// Writes the secret file, readable by its owner only.
  ///
  /// @throws InvalidRequestException if there is a file of that name
  public void write(Path file) throws IOException {
    FileAttribute<?>[] attributes =
        file.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createFile(file, attributes);
    } catch (FileAlreadyExistsException e) {
      throw new InvalidRequestException(
          "key", file + " exists; a key that is overwritten is lost. Name another file.", e);
    }
    Files.writeString(file, Pem.of(LABEL, secret.getEncoded()).text() + publicText());
  }

  /// The public key in PEM, for those who are to trust it.
  public String publicText() {
    return open.pem().text();
  }

  /// `SHA256:` and the hash of the public key in base 64.
  public String fingerprint() {
    return open.fingerprint();
  }

  /// Signs a jar; the signature is written beside it.
  ///
  /// @return the signature's file: the jar's name and `.sig`
  /// @throws InvalidRequestException if the private key does not belong to the public one
  public Path sign(Path jar) throws IOException {
    DetachedSignature signature = DetachedSignature.make(open, secret, jar);
    if (!signature.vouchesFor(jar)) {
      throw new InvalidRequestException(
          "key", "The private key does not belong to the public key beside it in its file.");
    }
    Path file = jar.resolveSibling(jar.getFileName() + DetachedSignature.ENDING);
    return Files.writeString(file, signature.text());
  }
}
