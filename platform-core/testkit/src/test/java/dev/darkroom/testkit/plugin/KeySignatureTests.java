package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.trust.KeySignatures;
import dev.darkroom.core.plugin.trust.Signature;
import dev.darkroom.core.plugin.trust.SignatureCheck;
import dev.darkroom.core.plugin.trust.SignatureChecks;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signatures of jars by keys, from the author's key to the user's check.
final class KeySignatureTests {

  @TempDir Path folder;
  private final SigningKey key = SigningKey.generate();
  private TrustedKeys trusted;
  private Path jar;

  @BeforeEach
  void build() throws IOException {
    trusted = new TrustedKeys(folder.resolve("config/trusted-keys"));
    jar = Files.writeString(folder.resolve("wave.jar"), "the bytes of a jar");
  }

  @Test
  void whatATrustedKeySignedIsSigned() throws IOException {
    assertThat(check(jar)).isEqualTo(new Signature.Unsigned());
    trust();
    key.sign(jar);
    assertThat(check(jar)).isEqualTo(new Signature.Signed("acme"));
    assertThat(check(jar).text()).isEqualTo("signed by acme");
    trusted.remove("acme");
    assertThat(check(jar)).isInstanceOf(Signature.Stranger.class);
  }

  @Test
  void aStrangersKeyIsNamed() throws IOException {
    key.sign(jar);
    assertThat(check(jar)).isEqualTo(new Signature.Stranger("the key " + key.fingerprint()));
    assertThat(check(jar).text()).contains(key.fingerprint());
  }

  @Test
  void aJarThatWasChangedIsBad() throws IOException {
    trust();
    key.sign(jar);
    Files.writeString(jar, "x", StandardOpenOption.APPEND);
    assertBad("made for other bytes");
  }

  @Test
  void aDamagedSignatureIsBad() throws IOException {
    trust();
    key.sign(jar);
    String own = Files.readString(sidecar(jar));
    Files.writeString(sidecar(jar), "-----BEGIN ODD-----\n");
    assertBad("no PEM file");
    Files.writeString(sidecar(jar), own.replace("SIGNATURE-----\n", "SIGNATURE-----\n%%%"));
    assertBad("no PEM file");
    Files.writeString(sidecar(jar), own + own);
    assertBad("holds 2 signatures");
    Files.writeString(sidecar(jar), own.substring(own.indexOf("-----BEGIN DARKROOM")));
    assertBad("no -----BEGIN PUBLIC KEY-----");
  }

  @Test
  void everyChangedBitOfASignatureIsNoticed() throws IOException {
    trust();
    key.sign(jar);
    String own = Files.readString(sidecar(jar));
    int start = own.indexOf("SIGNATURE-----\n") + "SIGNATURE-----\n".length();
    for (int i = start; i < start + 60; i++) {
      char other = own.charAt(i) == 'A' ? 'B' : 'A';
      Files.writeString(sidecar(jar), own.substring(0, i) + other + own.substring(i + 1));
      assertBad("");
    }
  }

  @Test
  void aSignatureUnderAnothersKeyIsBad() throws IOException {
    trust();
    key.sign(jar);
    String own = Files.readString(sidecar(jar));
    String signature = own.substring(own.indexOf("-----BEGIN DARKROOM"));
    Files.writeString(sidecar(jar), SigningKey.generate().publicText() + signature);
    assertBad("made for other bytes");
  }

  @Test
  void ofSeveralKindsABadOneCondemns() throws IOException {
    trust();
    key.sign(jar);
    SignatureCheck good = new KeySignatures(trusted);
    SignatureCheck unsigned = SignatureCheck.none();
    assertThat(new SignatureChecks(List.of(unsigned, good)).check(jar))
        .isEqualTo(new Signature.Signed("acme"));
    Files.writeString(jar, "x", StandardOpenOption.APPEND);
    SignatureChecks both = new SignatureChecks(List.of(good, unsigned));
    assertThat(both.check(jar)).isInstanceOf(Signature.Bad.class);
    assertThat(both.endings()).containsExactly(".sig");
  }

  @Test
  void keysOfP256SignToo() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    SigningKey ec = SigningKey.read(write("ec.pem", generator.generateKeyPair()));
    trusted.add("acme", Files.writeString(folder.resolve("ec.pub.pem"), ec.publicText()));
    ec.sign(jar);
    assertThat(check(jar)).isEqualTo(new Signature.Signed("acme"));
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

  private void trust() throws IOException {
    trusted.add("acme", Files.writeString(folder.resolve("acme.pub.pem"), key.publicText()));
  }

  private Signature check(Path file) {
    return new KeySignatures(trusted).check(file);
  }

  private void assertBad(String reason) {
    assertThat(check(jar))
        .isInstanceOfSatisfying(
            Signature.Bad.class, bad -> assertThat(bad.reason()).contains(reason));
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
