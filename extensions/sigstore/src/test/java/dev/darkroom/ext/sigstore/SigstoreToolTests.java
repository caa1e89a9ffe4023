package dev.darkroom.ext.sigstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigstore.KeylessVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The published jar of sigstore-java, which this module runs on, and the bundle that was published with it.
class SigstoreToolTests {

  private static final String IDENTITY =
      "https://github.com/sigstore/sigstore-java/.github/workflows/release-sigstore-java-from-tag.yaml"
          + "@refs/tags/v2.0.0";
  private static final String ISSUER = "https://token.actions.githubusercontent.com";

  @TempDir Path folder;
  private Path jar;
  private Path bundle;

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void published() throws IOException, URISyntaxException {
    jar =
        Path.of(KeylessVerifier.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    bundle = folder.resolve("bundle.json");
    try (InputStream in =
        SigstoreToolTests.class.getResourceAsStream("sigstore-java-2.0.0.jar.sigstore.json")) {
      Files.copy(in, bundle);
    }
  }

  @Test
  void tellsWhoSigned() {
    assertThat(run(jar, bundle)).isEqualTo(new Ended(0, IDENTITY + "\n" + ISSUER + "\n", ""));
  }

  @Test
  void refusesOtherBytes() throws IOException {
    Path changed = folder.resolve("changed.jar");
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length / 2] ^= 1;
    Files.write(changed, bytes);
    Ended ended = run(changed, bundle);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("made for other bytes");
  }

  @Test
  void refusesDamagedBundles() throws IOException {
    String text = Files.readString(bundle);
    Files.writeString(bundle, text.substring(0, text.length() / 2));
    assertBad("damaged");
    change(text, "MEYCIQDm27yJ", "MEYCIQDm28yJ");
    assertBad("made for other bytes");
    change(text, "\"rootHash\": \"FUJk", "\"rootHash\": \"FUJl");
    assertBad("damaged");
    Files.writeString(bundle, "{}");
    assertBad("damaged");
    Files.delete(bundle);
    assertBad("cannot be read");
  }

  /// Nobody can tell a log that is too new to be known from one that somebody made up.
  @Test
  void tellsOfAnUnknownLog() throws IOException {
    change(Files.readString(bundle), "wNI9atQG", "wNI9atQH");
    assertThat(run(jar, bundle)).isEqualTo(new Ended(3, "", "its log is unknown\n"));
  }

  private void change(String text, String from, String to) throws IOException {
    assertThat(text.indexOf(from)).as(from).isNotNegative();
    Files.writeString(bundle, text.replace(from, to));
  }

  private void assertBad(String reason) {
    Ended ended = run(jar, bundle);
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains(reason).hasLineCount(1);
  }

  private static Ended run(Path file, Path bundle) {
    ToolProvider tool =
        ServiceLoader.load(ToolProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.name().equals("darkroom-sigstore"))
            .findFirst()
            .orElseThrow();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        tool.run(new PrintWriter(out), new PrintWriter(err), file.toString(), bundle.toString());
    return new Ended(code, out.toString(), err.toString());
  }
}
