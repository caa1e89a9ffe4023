package dev.darkroom.app.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The testkit as an author elsewhere has it: the published jars, a backend of his own, and one class
/// that inherits the contract. The sources lie in `src/test/resources/third-party`.
final class ThirdPartyBackendTests {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
  private static final List<String> SOURCES =
      List.of("MyBackendProvider.java", "MyBackendTests.java", "RunTests.java");

  @TempDir Path folder;

  @Test
  void oneClassRunsTheContractOnABackendOfOnesOwn() throws Exception {
    compile();
    assertThat(run("right")).contains("failed 0").containsPattern("passed [3-9]\\d\\d");
  }

  @Test
  void theContractFindsAWrongBackend() throws Exception {
    compile();
    assertThat(run("wrong")).doesNotContain("failed 0");
  }

  private void compile() throws Exception {
    for (String name : SOURCES) {
      try (var in =
          Objects.requireNonNull(getClass().getResourceAsStream("/third-party/" + name), name)) {
        Files.write(folder.resolve(name), in.readAllBytes());
      }
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of(JAVA.resolve("javac").toString(), "-cp", jars(), "-d", "classes"));
    command.addAll(SOURCES);
    assertThat(start(command)).isEmpty();
  }

  private String run(String kind) throws Exception {
    String path = folder.resolve("classes") + File.pathSeparator + jars();
    return start(
        List.of(
            JAVA.resolve("java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dkind=" + kind,
            "-cp",
            path,
            "RunTests"));
  }

  private String start(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  /// The jars of testkit and core, and of what they need.
  private static String jars() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(property -> System.getProperty(property, ""))
        .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
        .filter(entry -> entry.endsWith(".jar"))
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
