package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.Consent;
import dev.darkroom.core.plugin.InstallPlan;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginHostOptions;
import dev.darkroom.core.plugin.info.Permission;
import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.plugin.scan.ClassFileScan;
import dev.darkroom.core.plugin.scan.CodeScan;
import dev.darkroom.core.plugin.trust.KeySignatures;
import dev.darkroom.core.plugin.trust.SigningKey;
import dev.darkroom.core.plugin.trust.TrustedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Plug-ins that are signed by keys, from the author's key to the user's host.
final class SignatureTests {

  @TempDir Path folder;
  private final SigningKey key = SigningKey.generate();
  private TrustedKeys trusted;
  private Path jar;

  @BeforeEach
  void build() throws IOException {
    trusted = new TrustedKeys(folder.resolve("config/trusted-keys"));
    jar = WavePlugin.of("1.0.0").build(folder);
  }

  @Test
  void whatATrustedKeySignedNeedsNoConsent() throws IOException {
    trust();
    key.sign(jar);
    try (PluginHost host = host()) {
      InstallPlan plan = host.plan(jar);
      assertThat(plan.jar().signature().text()).isEqualTo("signed by acme");
      assertThat(plan.needsConsent()).isFalse();
      assertThat(host.install(plan, Consent.none()).state()).isEqualTo(PluginState.ACTIVE);
    }
    try (PluginHost again = host()) {
      assertThat(again.installed("acme-wave").state()).isEqualTo(PluginState.ACTIVE);
    }
  }

  @Test
  void aKeyThatIsTrustedNoLongerStopsItsPlugins() throws IOException {
    trust();
    key.sign(jar);
    try (PluginHost host = host()) {
      host.install(host.plan(jar), Consent.none());
    }
    trusted.remove("acme");
    try (PluginHost again = host()) {
      assertThat(again.installed("acme-wave").state()).isEqualTo(PluginState.UNSIGNED);
      assertThat(again.installed("acme-wave").status().reason()).contains(key.fingerprint());
    }
  }

  @Test
  void whatAStrangerSignedNeedsConsentAndNamesTheKey() throws IOException {
    key.sign(jar);
    try (PluginHost host = host()) {
      InstallPlan plan = host.plan(jar);
      assertThat(plan.rights().reasons()).anyMatch(reason -> reason.contains(key.fingerprint()));
      assertThatThrownBy(() -> host.install(plan, Consent.none()))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("consent");
      assertThat(host.install(plan, Consent.to(plan)).state()).isEqualTo(PluginState.ACTIVE);
    }
  }

  @Test
  void aJarThatWasChangedIsRefusedEvenWithConsent() throws IOException {
    trust();
    key.sign(jar);
    Path other = WavePlugin.of("1.0.1").build(folder);
    Files.copy(jar.resolveSibling(jar.getFileName() + ".sig"), sidecar(other));
    assertRefused(other, "made for other bytes");
  }

  @Test
  void aDamagedSignatureIsRefused() throws IOException {
    trust();
    key.sign(jar);
    Files.writeString(sidecar(jar), "-----BEGIN ODD-----\n", StandardOpenOption.TRUNCATE_EXISTING);
    assertRefused(jar, "no PEM file");
  }

  @Test
  void aSignatureUnderAnothersKeyIsRefused() throws IOException {
    trust();
    key.sign(jar);
    String own = Files.readString(sidecar(jar));
    String signature = own.substring(own.indexOf("-----BEGIN DARKROOM"));
    Files.writeString(sidecar(jar), SigningKey.generate().publicText() + signature);
    assertRefused(jar, "made for other bytes");
  }

  @Test
  void keysOfP256SignToo() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    SigningKey ec = SigningKey.read(write("ec.pem", generator.generateKeyPair()));
    trusted.add("acme", Files.writeString(folder.resolve("ec.pub.pem"), ec.publicText()));
    ec.sign(jar);
    try (PluginHost host = host()) {
      assertThat(host.plan(jar).needsConsent()).isFalse();
    }
  }

  @Test
  void otherCurvesAreRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp384r1"));
    Path file = write("ec.pem", generator.generateKeyPair());
    assertThatThrownBy(() -> SigningKey.read(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("P-256");
  }

  @Test
  void keysThatDoNotBelongTogetherDoNotSign() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    KeyPair mixed =
        new KeyPair(
            generator.generateKeyPair().getPublic(), generator.generateKeyPair().getPrivate());
    SigningKey odd = SigningKey.read(write("odd.pem", mixed));
    assertThatThrownBy(() -> odd.sign(jar)).isInstanceOf(InvalidRequestException.class);
    assertThat(sidecar(jar)).doesNotExist();
  }

  @Test
  void keysAreWrittenForTheirOwnerAloneAndNeverOverwritten() throws IOException {
    Path file = folder.resolve("author.pem");
    key.write(file);
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    assertThat(SigningKey.read(file).fingerprint()).isEqualTo(key.fingerprint());
    assertThatThrownBy(() -> SigningKey.generate().write(file))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(SigningKey.read(file).fingerprint()).isEqualTo(key.fingerprint());
  }

  @Test
  void trustedKeysAreAddedListedAndRemoved() throws IOException {
    assertThat(trusted.all()).isEmpty();
    trust();
    assertThat(trusted.all()).containsExactly(new TrustedKeys.Entry("acme", key.fingerprint()));
    assertThatThrownBy(this::trust).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> trusted.remove("../acme")).hasMessageContaining("no name");
    trusted.remove("acme");
    assertThatThrownBy(() -> trusted.remove("acme")).hasMessageContaining("no key of acme");
  }

  @Test
  void whatTheCodeDoesAndDoesNotAskForNeedsConsent() throws IOException {
    String exits = "public static void leave() { System.exit(3); }";
    jar = WavePlugin.withMembers("acme-exit", exits).build(folder);
    trust();
    key.sign(jar);
    try (PluginHost host = host()) {
      InstallPlan plan = host.plan(jar);
      assertThat(plan.rights().undeclared())
          .containsExactly(
              new CodeScan.Finding(
                  Permission.EXIT, "acme.exit.Wave.leave uses java.lang.System.exit"));
      assertThat(plan.rights().reasons()).anyMatch(reason -> reason.contains("exit"));
      assertThatThrownBy(() -> host.install(plan, Consent.none()))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  private void trust() throws IOException {
    trusted.add("acme", Files.writeString(folder.resolve("acme.pub.pem"), key.publicText()));
  }

  private PluginHost host() {
    PluginHostOptions.Trust trust =
        new PluginHostOptions.Trust(new KeySignatures(trusted), new ClassFileScan());
    return PluginHost.open(PluginHostOptions.in(folder.resolve("plugins")).with(trust));
  }

  private void assertRefused(Path file, String reason) {
    try (PluginHost host = host()) {
      InstallPlan plan = host.plan(file);
      assertThat(plan.isPossible()).isFalse();
      assertThatThrownBy(() -> host.install(plan, Consent.to(plan)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining(reason);
      assertThat(host.installed()).isEmpty();
    }
  }

  private static Path sidecar(Path jar) {
    return jar.resolveSibling(jar.getFileName() + ".sig");
  }

  private Path write(String name, KeyPair pair) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        pem("PRIVATE KEY", pair.getPrivate().getEncoded())
            + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
  }

  private static String pem(String label, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(bytes), label);
  }
}
