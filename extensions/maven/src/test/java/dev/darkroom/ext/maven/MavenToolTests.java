package dev.darkroom.ext.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.ext.maven.FileRepository.Need;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fetches from a repository in a folder, which stands for all others as the user's mirror.
final class MavenToolTests {

  private static final String WAVE = "org.acme:acme-wave:1.0.0";
  private static final String LIB = "META-INF/darkroom/lib/";

  @TempDir Path folder;
  private FileRepository repository;

  private record Outcome(int code, String out, String err) {
    Path jar() {
      return Path.of(out.strip());
    }
  }

  @BeforeEach
  void prepare() throws IOException {
    repository = new FileRepository(folder.resolve("remote"));
    settings("");
  }

  @Test
  void bringsLibrariesButNotWhatDarkroomHas() throws IOException {
    repository.deploy("org.acme:deep:3.1", "deep");
    repository.deploy("org.acme:lib:2.0", "lib", new Need("org.acme:deep:3.1", "compile"));
    Path remote =
        repository.deploy(
            WAVE,
            "wave",
            new Need("org.acme:lib:2.0", "runtime"),
            new Need("dev.darkroom:darkroom-core:0.1.0", "compile"),
            new Need("org.jspecify:jspecify:1.0.0", "compile"),
            new Need("org.acme:only-tests:1", "test"),
            new Need("org.acme:given:1", "provided"));
    Outcome outcome = fetch(WAVE);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.jar()).isEqualTo(folder.resolve("fetched/acme-wave-1.0.0.jar"));
    assertThat(entries(outcome.jar()))
        .containsExactly("wave", LIB + "lib-2.0.jar", LIB + "deep-3.1.jar");
    assertThat(outcome.err()).contains("fetched file:", "acme-wave-1.0.0.jar", "deep-3.1.jar");
    byte[] first = Files.readAllBytes(outcome.jar());
    assertThat(fetch(WAVE).jar()).hasBinaryContent(first);
    assertThat(remote).exists();
  }

  @Test
  void withoutLibrariesTheJarAndItsSignaturesStayAsTheyAre() throws IOException {
    Path remote = repository.deploy(WAVE, "wave");
    repository.write(WAVE, "jar.sig", "signature".getBytes(StandardCharsets.UTF_8));
    repository.write(WAVE, "jar.sigstore.json", "bundle".getBytes(StandardCharsets.UTF_8));
    Path jar = fetch(WAVE).jar();
    assertThat(jar).hasSameBinaryContentAs(remote);
    assertThat(jar.resolveSibling("acme-wave-1.0.0.jar.sig")).hasContent("signature");
    assertThat(jar.resolveSibling("acme-wave-1.0.0.jar.sigstore.json")).hasContent("bundle");
  }

  @Test
  void aJarThatCarriesItsLibrariesIsLeftAlone() throws IOException {
    repository.deploy("org.acme:lib:2.0", "lib");
    Path remote = repository.deploy(WAVE, LIB + "own.jar", new Need("org.acme:lib:2.0", "runtime"));
    assertThat(fetch(WAVE).jar()).hasSameBinaryContentAs(remote);
  }

  @Test
  void usesTheLocalRepositoryAndNeedsNoNetworkThen() throws IOException {
    repository.deploy(WAVE, "wave");
    assertThat(fetch(WAVE).code()).isZero();
    assertThat(folder.resolve("local/org/acme/acme-wave/1.0.0/acme-wave-1.0.0.jar")).exists();
    settings("<offline>true</offline>");
    assertThat(fetch(WAVE).code()).isZero();
    Outcome unknown = fetch("org.acme:acme-wave:2.0.0");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("org.acme:acme-wave:2.0.0", "no network");
  }

  @Test
  void refusesWrongAndMissingChecksums() throws IOException {
    Path remote = repository.deploy(WAVE, "wave");
    Files.writeString(Path.of(remote + ".sha1"), "0".repeat(40));
    Outcome wrong = fetch(WAVE);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains(WAVE, "hecksum");
    Files.delete(Path.of(remote + ".sha1"));
    Outcome missing = fetch(WAVE);
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("hecksum");
    assertThat(folder.resolve("fetched/acme-wave-1.0.0.jar")).doesNotExist();
  }

  @Test
  void tellsWhatIsNotFound() throws IOException {
    repository.deploy(WAVE, "wave", new Need("org.acme:gone:1.0", "compile"));
    assertThat(fetch(WAVE).err()).contains("org.acme:gone", "Check the coordinates");
    Outcome unknown = fetch("org.acme:nothing:1.0.0");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("org.acme:nothing:1.0.0", "Check the coordinates");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.acme:acme-wave            | GROUP:ARTIFACT:VERSION
          org.acme:acme-wave:[1,2)      | ranges
          org.acme:acme-wave:LATEST     | tomorrow
          org.acme:acme-wave:1-SNAPSHOT | --snapshots
          org.acme:../wave:1            | no exact name
          org.acme:acme-wave:1:extra    | GROUP:ARTIFACT:VERSION
          """)
  void takesExactVersionsOnly(String coordinates, String reason) {
    Outcome outcome = fetch(coordinates);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains(reason);
  }

  @Test
  void takesSnapshotsWhenAskedTo() throws IOException {
    repository.deploy("org.acme:acme-wave:1.1-SNAPSHOT", "wave");
    assertThat(fetch("org.acme:acme-wave:1.1-SNAPSHOT", "--snapshots").code()).isZero();
  }

  @Test
  void settingsThatCannotBeReadAreNamed() throws IOException {
    Files.writeString(folder.resolve("settings.xml"), "<settings>");
    Outcome outcome = fetch(WAVE);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("settings.xml cannot be read");
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        folder.resolve("settings.xml"),
        """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors>
            <mirror><id>folder</id><url>%s</url><mirrorOf>*</mirrorOf></mirror>
          </mirrors>
          %s
        </settings>
        """
            .formatted(folder.resolve("local"), repository.folder().toUri(), more));
  }

  private Outcome fetch(String... coordinates) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments =
        Stream.concat(
                Stream.of(folder.toString(), folder.resolve("fetched").toString()),
                Stream.of(coordinates))
            .toArray(String[]::new);
    int code = new MavenTool().run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  private static List<String> entries(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }
}
