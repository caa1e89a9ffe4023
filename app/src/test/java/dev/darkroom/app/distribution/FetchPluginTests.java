package dev.darkroom.app.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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

/// Fetches a plug-in by the assembled program, from a repository in a folder.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class FetchPluginTests {

  @TempDir Path folder;

  private record Ended(int code, String output) {}

  @BeforeEach
  void deploy() throws IOException {
    Path place = folder.resolve("remote/org/acme/wave/1.0.0");
    Files.createDirectories(place);
    write(place.resolve("wave-1.0.0.jar"), anyJar());
    String pom =
        "<project><modelVersion>4.0.0</modelVersion><groupId>org.acme</groupId>"
            + "<artifactId>wave</artifactId><version>1.0.0</version></project>";
    write(place.resolve("wave-1.0.0.pom"), pom.getBytes(UTF_8));
    Files.createDirectories(folder.resolve(".m2"));
    Files.writeString(
        folder.resolve(".m2/settings.xml"),
        "<settings><mirrors><mirror><id>folder</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors></settings>"
            .formatted(folder.resolve("remote").toUri()));
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

  private Ended darkroom(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("darkroom.distribution"), "bin/darkroom").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("DARKROOM_JAVA_OPTS", "-Duser.home=" + folder);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
