package dev.darkroom.ext.sigstore;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/// `darkroom-sigstore FILE BUNDLE` tells who signed a file: two lines on the output, the identity and the
/// issuer. Exit codes: 0 done, 2 the bundle is bad, 3 nobody knows who signed, with the reason on the
/// error writer.
public final class SigstoreTool implements ToolProvider {

  private static final int BAD = 2;
  private static final int UNTRACEABLE = 3;

  /// For ServiceLoader.
  public SigstoreTool() {}

  @Override
  public String name() {
    return "darkroom-sigstore";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... args) {
    if (args.length != 2) {
      err.println("Usage: darkroom-sigstore FILE BUNDLE");
      return BAD;
    }
    try {
      return tell(
          BundleCheck.ofPublicInstance().check(Path.of(args[0]), Path.of(args[1])), out, err);
    } catch (IOException e) {
      err.println("The files cannot be read (%s).".formatted(e));
      return BAD;
    }
  }

  private static int tell(Verdict verdict, PrintWriter out, PrintWriter err) {
    return switch (verdict) {
      case Verdict.Signed signed -> {
        out.println(signed.by().identity());
        out.println(signed.by().issuer());
        yield 0;
      }
      case Verdict.Untraceable unknown -> {
        err.println(unknown.reason());
        yield UNTRACEABLE;
      }
      case Verdict.Bad bad -> {
        err.println(bad.reason());
        yield BAD;
      }
    };
  }
}
