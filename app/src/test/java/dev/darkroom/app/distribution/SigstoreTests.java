package dev.darkroom.app.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.sigstore.KnownBundles;
import dev.darkroom.app.sigstore.SigstoreSignatures;
import dev.darkroom.app.tool.PrivateTool;
import dev.darkroom.core.plugin.trust.Signature;
import dev.darkroom.core.plugin.trust.TrustedIdentities;
import dev.darkroom.testkit.plugin.ExtensionJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Sigstore bundles, checked by the tool of the assembled folder: on the published jar of sigstore-java,
/// which is part of that folder, with the bundle that was published with it.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class SigstoreTests {

  private static final String PUBLISHED = "sigstore-java-2.0.0.jar";
  private static final Path TOOL = Distribution.FOLDER.resolve("lib/sigstore");
  private static final Path BUNDLE =
      Distribution.FOLDER
          .resolve("../../../extensions/sigstore/src/test/resources/dev/darkroom/ext/sigstore")
          .resolve(PUBLISHED + SigstoreSignatures.ENDING);
  private static final String WORKFLOW =
      "https://github.com/sigstore/sigstore-java/.github/workflows/release-sigstore-java-from-tag.yaml"
          + "@refs/tags/";
  private static final String ISSUER = "https://token.actions.githubusercontent.com";

  @TempDir Path folder;
  private Path jar;

  @BeforeEach
  void publish() throws IOException {
    jar = Files.copy(TOOL.resolve(PUBLISHED), folder.resolve("acme-1.0.0.jar"));
    Files.copy(BUNDLE, folder.resolve("acme-1.0.0.jar.sigstore.json"));
  }

  private TrustedIdentities trusted() {
    return new TrustedIdentities(folder.resolve("trusted-keys"));
  }

  private Signature check(Path tool) {
    return new SigstoreSignatures(
            new PrivateTool("darkroom-sigstore", tool),
            trusted(),
            new KnownBundles(folder.resolve("cache")))
        .check(jar);
  }

  @Test
  void whomTheUserTrustsIsTrustedAndRemembered() {
    assertThat(check(TOOL))
        .isEqualTo(new Signature.Stranger(WORKFLOW + "v2.0.0 (says " + ISSUER + ")"));
    trusted().add(new TrustedIdentities.Entry("sigstore", WORKFLOW + "*", ISSUER));
    Path nowhere = folder.resolve("nowhere");
    assertThat(check(nowhere)).isEqualTo(new Signature.Signed("sigstore"));
    trusted().remove("sigstore");
    assertThat(check(nowhere)).isInstanceOf(Signature.Stranger.class);
  }

  @Test
  void whoIsTrustedByAnotherIssuerIsAStranger() {
    trusted()
        .add(
            new TrustedIdentities.Entry(
                "sigstore", WORKFLOW + "v2.0.0", "https://accounts.google.com"));
    assertThat(check(TOOL)).isInstanceOf(Signature.Stranger.class);
  }

  @Test
  void changedJarsAndDamagedBundlesAreBad() throws IOException {
    check(TOOL);
    Path bundle = folder.resolve("acme-1.0.0.jar.sigstore.json");
    String text = Files.readString(bundle);
    Files.writeString(bundle, text.substring(100));
    assertThat(check(TOOL)).isInstanceOf(Signature.Bad.class).asString().contains("damaged");
    Files.writeString(bundle, text);
    byte[] bytes = Files.readAllBytes(jar);
    bytes[bytes.length / 2] ^= 1;
    Files.write(jar, bytes);
    assertThat(check(TOOL)).isInstanceOf(Signature.Bad.class).asString().contains("other bytes");
  }

  @Test
  void aPluginWithAForeignBundleIsNotInstalled() throws Exception {
    Path plugin =
        ExtensionJar.plugin("acme-tint", "1.0.0")
            .source("module-info.java", "module acme.tint { requires dev.darkroom.core; }")
            .build(folder);
    String refused =
        darkroom(
            "plugins", "install", plugin.toString(), "--signature", BUNDLE.toString(), "--yes");
    assertThat(refused)
        .contains("Its signature is bad: The Sigstore bundle was made for other bytes")
        .doesNotContain("WARNING")
        .hasLineCount(1);
    String installed = darkroom("plugins", "install", plugin.toString(), "--yes");
    assertThat(installed).contains("acme-tint 1.0.0 is ACTIVE");
  }

  private String darkroom(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Distribution.FOLDER.resolve("bin/darkroom").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DARKROOM_HOST", "off");
    for (String variable : List.of("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")) {
      builder.environment().put(variable, folder.resolve(variable).toString());
    }
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }
}
