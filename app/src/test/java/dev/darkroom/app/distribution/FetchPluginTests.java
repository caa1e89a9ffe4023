package dev.darkroom.app.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.testkit.plugin.ExtensionJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Fetches plug-ins by the assembled program, from a repository in a folder, and installs them.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class FetchPluginTests {

  @TempDir Path folder;

  private record Ended(int code, String output) {}

  @BeforeEach
  void deploy() throws IOException {
    deploy("wave", "1.0.0", anyJar());
    Files.createDirectories(folder.resolve("tmp"));
    Files.createDirectories(folder.resolve(".m2"));
    Files.writeString(
        folder.resolve(".m2/settings.xml"),
        "<settings><mirrors><mirror><id>folder</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors></settings>"
            .formatted(folder.resolve("remote").toUri()));
  }

  private void deploy(String artifact, String version, byte[] jar) throws IOException {
    Path place = folder.resolve("remote/org/acme").resolve(artifact).resolve(version);
    Files.createDirectories(place);
    String name = artifact + "-" + version;
    write(place.resolve(name + ".jar"), jar);
    String pom =
        "<project><modelVersion>4.0.0</modelVersion><groupId>org.acme</groupId>"
            + "<artifactId>%s</artifactId><version>%s</version></project>"
                .formatted(artifact, version);
    write(place.resolve(name + ".pom"), pom.getBytes(UTF_8));
  }

  private Path plugin(String version) throws IOException {
    Path built =
        ExtensionJar.plugin("acme-tint", version)
            .source("module-info.java", "module acme.tint { requires dev.darkroom.core; }")
            .build(folder);
    deploy("acme-tint", version, Files.readAllBytes(built));
    return built;
  }

  private static byte[] anyJar() throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try (var zip = new java.util.zip.ZipOutputStream(bytes)) {
      zip.putNextEntry(new java.util.zip.ZipEntry("wave"));
    }
    return bytes.toByteArray();
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(bytes);
      Files.writeString(Path.of(file + ".sha1"), HexFormat.of().formatHex(sha1));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void fetchesByCoordinates() throws Exception {
    Ended ended = darkroom("plugins", "fetch", "org.acme:wave:1.0.0", "--output", "jars");
    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("fetched file:").endsWith("jars/wave-1.0.0.jar\n");
    assertThat(folder.resolve("jars/wave-1.0.0.jar"))
        .hasSameBinaryContentAs(folder.resolve("remote/org/acme/wave/1.0.0/wave-1.0.0.jar"));
  }

  @Test
  void saysInALineWhatCannotBeFetched() throws Exception {
    Ended unknown = darkroom("plugins", "fetch", "org.acme:wave:2.0.0");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.output()).contains("org.acme:wave:2.0.0", "Check the coordinates");
    assertThat(unknown.output().strip()).doesNotContain("\tat ");
    Ended range = darkroom("plugins", "fetch", "org.acme:wave:[1,2)");
    assertThat(range.code()).isEqualTo(2);
    assertThat(range.output()).contains("ranges are not taken");
  }

  @Test
  void installsAndUpdatesByCoordinates() throws Exception {
    plugin("1.0.0");
    plugin("1.1.0");
    Ended tried = darkroom("plugins", "install", "org.acme:acme-tint:1.0.0", "--dry-run");
    assertThat(tried.code()).as(tried.output()).isZero();
    assertThat(tried.output())
        .contains("fetched file:", "acme-tint 1.0.0", "Nobody whom you trust");
    Ended refused = darkroom("plugins", "install", "org.acme:acme-tint:1.0.0");
    assertThat(refused.code()).as(refused.output()).isEqualTo(2);
    assertThat(refused.output()).contains("needs your consent");
    Ended early = darkroom("plugins", "update", "org.acme:acme-tint:1.0.0", "--yes");
    assertThat(early.code()).isEqualTo(2);
    assertThat(early.output()).contains("plugins install org.acme:acme-tint:1.0.0");

    Ended installed = darkroom("plugins", "install", "org.acme:acme-tint:1.0.0", "--yes");
    assertThat(installed.code()).as(installed.output()).isZero();
    assertThat(installed.output()).contains("acme-tint 1.0.0 is ACTIVE");
    Ended updated = darkroom("plugins", "update", "org.acme:acme-tint:1.1.0", "--yes");
    assertThat(updated.output()).contains("acme-tint 1.1.0 is ACTIVE");
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void aFileOfThatNameComesFirst() throws Exception {
    plugin("1.0.0");
    Files.move(plugin("1.1.0"), folder.resolve("org.acme:acme-tint:1.0.0"));
    Ended tried = darkroom("plugins", "install", "org.acme:acme-tint:1.0.0", "--dry-run");
    assertThat(tried.output()).contains("acme-tint 1.1.0").doesNotContain("fetched");
  }

  @Test
  void nothingIsInstalledThatCannotBeFetched() throws Exception {
    Ended unknown = darkroom("plugins", "install", "org.acme:acme-tint:9.0.0", "--yes");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.output()).contains("org.acme:acme-tint:9.0.0", "Check the coordinates");
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
  }

  private Ended darkroom(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("darkroom.distribution"), "bin/darkroom").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("DARKROOM_JAVA_OPTS", options());
    builder.environment().put("DARKROOM_HOST", "off");
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output);
  }

  private String options() {
    return "-Duser.home=%s -Djava.io.tmpdir=%s".formatted(folder, folder.resolve("tmp"));
  }
}
