package dev.darkroom.app.sigstore;

import dev.darkroom.app.tool.PrivateTool;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.trust.Signature;
import dev.darkroom.core.plugin.trust.SignatureCheck;
import dev.darkroom.core.plugin.trust.TrustedIdentities;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Signatures by Sigstore's public instance, in bundles beside the jars. Asks no network.
///
/// @param tool checks bundles
/// @param trusted whom the user trusts; read anew at every check
/// @param known what the tool found out before
public record SigstoreSignatures(PrivateTool tool, TrustedIdentities trusted, KnownBundles known)
    implements SignatureCheck {

  /// Behind the jar's whole name.
  public static final String ENDING = ".sigstore.json";

  private static final int SIGNED = 0;
  private static final int UNTRACEABLE = 3;

  /// For the user of this process; empty if the tool is not there.
  public static Optional<SigstoreSignatures> ofUser() {
    return PrivateTool.find("darkroom-sigstore", "sigstore")
        .map(tool ->
            new SigstoreSignatures(tool, TrustedIdentities.ofUser(), KnownBundles.ofUser()));
  }

  @Override
  public List<String> endings() {
    return List.of(ENDING);
  }

  @Override
  public Signature check(Path jar) {
    Path bundle = jar.resolveSibling(jar.getFileName() + ENDING);
    if (!Files.exists(bundle)) {
      return new Signature.Unsigned();
    }
    try {
      Optional<Signer> before = known.find(jar, bundle);
      return before.isPresent() ? judge(before.get()) : run(jar, bundle);
    } catch (InvalidRequestException
        | IOException
        | UncheckedIOException
        | IllegalStateException e) {
      return new Signature.Bad(String.valueOf(e.getMessage()));
    }
  }

  private Signature run(Path jar, Path bundle) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        tool.run(new PrintWriter(out), new PrintWriter(err), jar.toString(), bundle.toString());
    String reason = err.toString().strip();
    return switch (code) {
      case SIGNED -> {
        Signer signer = Signer.parse(out.toString());
        known.add(jar, bundle, signer);
        yield judge(signer);
      }
      case UNTRACEABLE ->
          new Signature.Stranger(
              "somebody whom Sigstore's public instance does not know (%s)".formatted(reason));
      default -> new Signature.Bad(reason);
    };
  }

  private Signature judge(Signer signer) {
    return trusted
        .find(signer.identity(), signer.issuer())
        .<Signature>map(Signature.Signed::new)
        .orElseGet(() -> new Signature.Stranger(signer.text()));
  }
}
