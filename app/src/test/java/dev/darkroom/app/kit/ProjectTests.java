package dev.darkroom.app.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a new project holds; that it builds is tested on the distribution.
class ProjectTests {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void leavesNoPlaceholder(PluginKind kind) throws IOException {
    Path project = write(ProjectName.of(kind, "my-thing"));
    assertThat(project).isEqualTo(folder.resolve("my-thing"));
    try (Stream<Path> tree = Files.walk(project)) {
      List<Path> files = tree.filter(Files::isRegularFile).toList();
      assertThat(files).hasSize(8);
      for (Path file : files) {
        assertThat(file).content().doesNotContainPattern("@[a-z]+@");
      }
    }
    assertThat(project.resolve("src/main/resources/META-INF/darkroom/plugin.properties"))
        .content()
        .contains("id=my-thing\n", "api=[0.1,0.2)\n");
    assertThat(project.resolve(".mvn/maven.config"))
        .content()
        .startsWith("-Ddarkroom.repository=file:/")
        .endsWith("-Daether.offline.protocols=file\n");
  }

  @Test
  void takesTheVersionsOfThisBuild() {
    Path project = write(ProjectName.of(PluginKind.SAMPLER, "my-sampler"));
    assertThat(project.resolve("pom.xml"))
        .content()
        .containsPattern(
            "<darkroom.version>[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?</darkroom.version>")
        .containsPattern("<artifactId>maven-surefire-plugin</artifactId>\\s*<version>[0-9]");
  }

  @Test
  void neverWritesIntoAFolderThatIsThere() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("my-thing"));
    Files.writeString(taken.resolve("mine.txt"), "mine");
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> write(ProjectName.of(PluginKind.SCRIPT, "my-thing")))
        .withMessageContaining("is there already");
    assertThat(taken.toFile().list()).containsExactly("mine.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "My", "my_thing", "my--thing", "-my", "my-", "1st", "mü", "../up", "a b"})
  void refusesOtherNames(String name) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ProjectName.of(PluginKind.SAMPLER, name))
        .withMessageStartingWith("name: cannot be \"" + name + "\"")
        .withMessageContaining("such as my-sampler");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mine", "com.class", "com..x", "com.1", "dev.darkroom.mine"})
  void refusesOtherPackages(String packageName) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> new ProjectName(PluginKind.SAMPLER, "mine", packageName))
        .satisfies(refused -> assertThat(refused.field()).isEqualTo("package"));
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> ProjectName.of(PluginKind.SAMPLER, "class"))
        .withMessageContaining("--package");
  }

  @ParameterizedTest
  @CsvSource({
    "SAMPLER, my-sampler, MySampler",
    "SAMPLER, euler, EulerSampler",
    "UPSCALER, x4-fast, X4FastUpscaler",
    "BACKEND, my-backend, MyBackend"
  })
  void namesTheClassAfterThePlugin(PluginKind kind, String name, String className) {
    assertThat(ProjectName.of(kind, name).className()).isEqualTo(className);
  }

  private Path write(ProjectName name) {
    return new Project(name, folder.resolve("maven")).write(folder);
  }
}
