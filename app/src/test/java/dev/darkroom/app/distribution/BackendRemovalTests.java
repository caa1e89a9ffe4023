package dev.darkroom.app.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program without one of its backends.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class BackendRemovalTests {

  /// Beside the distribution, so that files can be linked instead of copied.
  @TempDir(factory = BesideDistribution.class)
  Path folder;

  private record Ended(int code, String out, String err) {}

  @ParameterizedTest
  @CsvSource({"onnx, djl", "djl, tf", "tf, onnx"})
  void theOthersGoOnWorking(String removed, String other) throws Exception {
    copyWithout("darkroom-backend-" + removed + "-");
    Ended list = run("backends");
    assertThat(list.code()).as(list.err()).isZero();
    assertThat(list.err()).isEmpty();
    assertThat(list.out())
        .contains("backend." + other)
        .containsPattern(
            "backend." + removed + " .*not installed; put darkroom-backend-" + removed);
    Ended drawn = run("generate", "a red apple", "--steps", "2", "--backend", other, "--seed", "1");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    assertThat(drawn.out()).isEqualTo("darkroom-1.png\n");
    Ended refused = run("generate", "a red apple", "--backend", removed);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains(removed, other);
  }

  @Test
  void aBackendWhoseLibrariesAreGoneSaysSo() throws Exception {
    copyWithout("libtensorflow", "libjnitensorflow");
    Ended refused = run("generate", "a red apple", "--backend", "tf");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).hasLineCount(1).contains("backend.tf", "native");
    assertThat(run("generate", "x", "--steps", "2", "--backend", "djl").code()).isZero();
  }

  /// Links all files but those whose names begin so.
  private void copyWithout(String... prefixes) throws IOException {
    try (Stream<Path> files = Files.walk(Distribution.FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (Stream.of(prefixes).noneMatch(name::startsWith)) {
          Path copy = folder.resolve("copy").resolve(Distribution.FOLDER.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.createLink(copy, file);
        }
      }
    }
  }

  private Ended run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("copy/bin/darkroom").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), out, err);
  }
}
