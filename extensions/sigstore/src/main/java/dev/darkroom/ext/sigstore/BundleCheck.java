package dev.darkroom.ext.sigstore;

import dev.sigstore.KeylessVerificationException;
import dev.sigstore.KeylessVerifier;
import dev.sigstore.VerificationOptions;
import dev.sigstore.bundle.Bundle;
import dev.sigstore.bundle.BundleParseException;
import dev.sigstore.encryption.certificates.Certificates;
import dev.sigstore.encryption.signers.Verifiers;
import dev.sigstore.fulcio.client.FulcioVerificationException;
import dev.sigstore.rekor.client.RekorEntry;
import dev.sigstore.trustroot.SigstoreConfigurationException;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import dev.sigstore.trustroot.TransparencyLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;

/// Checks files against bundles.
record BundleCheck(KeylessVerifier verifier, Set<String> logs) {

  private static final String DAMAGED = "The Sigstore bundle is damaged (%s). Fetch it again.";

  /// With the keys of Sigstore's public instance, as they were when this was built.
  static BundleCheck ofPublicInstance() {
    try (InputStream in = BundleCheck.class.getResourceAsStream("trusted_root.json")) {
      if (in == null) {
        throw new IllegalStateException("trusted_root.json is missing in this build of Darkroom");
      }
      return of(SigstoreTrustedRoot.from(in));
    } catch (IOException | GeneralSecurityException | SigstoreConfigurationException e) {
      throw new IllegalStateException("trusted_root.json cannot be used", e);
    }
  }

  private static BundleCheck of(SigstoreTrustedRoot root)
      throws GeneralSecurityException, SigstoreConfigurationException {
    Set<String> logs =
        root.getTLogs().stream()
            .map(TransparencyLog::getLogId)
            .map(id -> HexFormat.of().formatHex(id.getKeyId()))
            .collect(Collectors.toUnmodifiableSet());
    return new BundleCheck(KeylessVerifier.builder().trustedRootProvider(() -> root).build(), logs);
  }

  /// Never asks the network.
  ///
  /// @throws IOException if a file cannot be read
  Verdict check(Path file, Path bundleFile) throws IOException {
    try {
      Bundle bundle = Bundle.from(bundleFile, StandardCharsets.UTF_8);
      return bundle.getMessageSignature().isEmpty()
          ? new Verdict.Bad(
              "The Sigstore bundle holds no signature of a file. Fetch the one that was made by"
                  + " signing the jar.")
          : check(digest(file), bundle);
    } catch (BundleParseException e) {
      return damaged(e);
    } catch (
        RuntimeException e) { // its parsers fail in many ways over bytes that anybody may write
      return damaged(e);
    }
  }

  private static Verdict damaged(Exception e) {
    return new Verdict.Bad(DAMAGED.formatted(line(e)));
  }

  private static String line(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }

  private Verdict check(byte[] digest, Bundle bundle) {
    X509Certificate certificate = Certificates.getLeaf(bundle.getCertPath());
    if (!isSigned(digest, bundle, certificate)) {
      return new Verdict.Bad(
          "The Sigstore bundle was made for other bytes, so the jar or the bundle was changed."
              + " Fetch both again.");
    }
    if (bundle.getEntries().stream().map(RekorEntry::getLogID).anyMatch(id -> !logs.contains(id))) {
      return new Verdict.Untraceable("its log is unknown");
    }
    try {
      verifier.verify(digest, bundle, VerificationOptions.empty());
    } catch (KeylessVerificationException e) {
      return e.getCause() instanceof FulcioVerificationException unknown
          ? new Verdict.Untraceable(line(unknown))
          : damaged(e);
    }
    return Signer.of(certificate)
        .<Verdict>map(Verdict.Signed::new)
        .orElseGet(() -> new Verdict.Untraceable("its certificate names nobody"));
  }

  private static boolean isSigned(byte[] digest, Bundle bundle, X509Certificate certificate) {
    try {
      return Verifiers.newVerifier(certificate.getPublicKey())
          .verifyDigest(digest, bundle.getMessageSignature().orElseThrow().getSignature());
    } catch (GeneralSecurityException e) {
      return false; // bytes that are no signature of this kind
    }
  }

  private static byte[] digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return digest.getMessageDigest().digest();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
