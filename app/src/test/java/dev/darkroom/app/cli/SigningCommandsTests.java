package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.trust.KeySignatures;
import dev.darkroom.core.plugin.trust.Signature;
import dev.darkroom.core.plugin.trust.TrustedKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// From an author's key to a user's trust, by commands.
class SigningCommandsTests {

  @TempDir Path folder;

  @Test
  void whatAnAuthorSignsAUserTrusts() throws IOException {
    Path secret = folder.resolve("acme.pem");
    Outcome made = Outcome.of("plugins", "keygen", secret);
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.err()).contains("acme.pem (secret)", "acme.pub.pem");
    Path jar = Files.writeString(folder.resolve("wave.jar"), "bytes");
    Outcome signed = Outcome.of("plugins", "sign", jar, "--key", secret);
    assertThat(signed.lines()).containsExactly(jar + ".sig");

    TrustedKeys keys = new TrustedKeys(folder.resolve("trusted-keys"));
    String fingerprint = made.lines().getFirst();
    assertThat(new KeySignatures(keys).check(jar))
        .isEqualTo(new Signature.Stranger("the key " + fingerprint));
    assertThat(keys(keys, "add", "acme", folder.resolve("acme.pub.pem")))
        .contains("acme  " + fingerprint);
    assertThat(keys(keys, "list")).contains("NAME", "acme", fingerprint);
    assertThat(keys(keys, "list", "--json")).contains("\"fingerprint\"", fingerprint);
    assertThat(new KeySignatures(keys).check(jar)).isEqualTo(new Signature.Signed("acme"));
    keys(keys, "remove", "acme");
    assertThat(keys(keys, "list")).doesNotContain(fingerprint);
  }

  @Test
  void aKeyIsNeverOverwritten() throws IOException {
    Path secret = folder.resolve("acme.pem");
    Outcome.of("plugins", "keygen", secret);
    String text = Files.readString(secret);
    Outcome again = Outcome.of("plugins", "keygen", secret);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("exists");
    assertThat(secret).hasContent(text);
  }

  @Test
  void whatCannotBeDoneIsToldByName() throws IOException {
    Path text = Files.writeString(folder.resolve("odd.pem"), "no key");
    Outcome odd = Outcome.of("plugins", "sign", folder.resolve("wave.jar"), "--key", text);
    assertThat(odd.code()).isEqualTo(2);
    assertThat(odd.err()).contains("odd.pem");
    Path secret = folder.resolve("acme.pem");
    Outcome.of("plugins", "keygen", secret);
    Outcome missing = Outcome.of("plugins", "sign", folder.resolve("none.jar"), "--key", secret);
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("none.jar");
    assertThat(Outcome.of("plugins", "keys").code()).isEqualTo(2);
  }

  @Test
  void signersWithoutAKeyAreTrustedByWhoTheyAre() {
    TrustedKeys keys = new TrustedKeys(folder.resolve("trusted-keys"));
    String issuer = "https://accounts.google.com";
    assertThat(keys(keys, "add", "jo", "--identity", "jo@acme.org", "--issuer", issuer))
        .isEqualToIgnoringNewLines("jo  jo@acme.org (says https://accounts.google.com)");
    assertThat(keys(keys, "list")).contains("jo", "jo@acme.org", issuer);
    assertThat(keys(keys, "list", "--json")).contains("\"identities\"", "jo@acme.org", issuer);
    keys(keys, "remove", "jo");
    assertThat(keys(keys, "list")).doesNotContain("jo@acme.org");
    Outcome half = Outcome.of("plugins", "keys", "add", "jo", "--identity", "jo@acme.org");
    assertThat(half.code()).isEqualTo(2);
    assertThat(half.err()).contains("both --identity and --issuer");
  }

  private static String keys(TrustedKeys keys, Object... arguments) {
    StringWriter out = new StringWriter();
    String[] texts =
        java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int code =
        new CommandLine(new KeysCommand(keys.folder()))
            .setOut(new PrintWriter(out, true))
            .execute(texts);
    assertThat(code).isZero();
    return out.toString();
  }
}
