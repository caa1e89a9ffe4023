package dev.darkroom.app.sigstore;

import dev.darkroom.app.ProgramVersion;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What bundles were found to say, so that a plug-in that was checked once starts without the tool: a file
/// each, named after the hashes of jar and bundle and this program's version, whose keys were used.
/// Whom the user trusts is no part of it.
///
/// @param folder made when there is something to remember
public record KnownBundles(Path folder) {

  /// In the user's cache.
  static KnownBundles ofUser() {
    return new KnownBundles(DarkroomOptions.defaults().cache().resolve("sigstore"));
  }

  /// Who signed; empty if that has to be found out.
  Optional<Signer> find(Path jar, Path bundle) throws IOException {
    Path file = file(jar, bundle);
    try {
      return Files.exists(file)
          ? Optional.of(Signer.parse(Files.readString(file)))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // it is damaged
    }
  }

  void add(Path jar, Path bundle, Signer signer) throws IOException {
    Files.createDirectories(folder);
    AtomicFile.write(file(jar, bundle), signer.lines().getBytes(StandardCharsets.UTF_8));
  }

  private Path file(Path jar, Path bundle) throws IOException {
    String name = "%s-%s-%s".formatted(hash(jar), hash(bundle), ProgramVersion.version());
    return folder.resolve(name);
  }

  private static String hash(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = Files.newInputStream(file);
          OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
        in.transferTo(out);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
