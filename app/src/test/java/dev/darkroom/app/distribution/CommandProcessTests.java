package dev.darkroom.app.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as people start it: exit codes, what goes to which stream, Ctrl-C.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class CommandProcessTests {

  @TempDir Path folder;

  private record Ended(int code, String out, String err) {}

  @Test
  void drawsIntoTheCurrentFolder() throws Exception {
    Ended ended = end(start("generate", "a red apple", "--steps", "2", "--seed", "3"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo("darkroom-3.png\n");
    assertThat(ended.err()).hasLineCount(1).startsWith("Seed 3");
    assertThat(folder.resolve("darkroom-3.png")).isNotEmptyFile();
  }

  @Test
  void endsWithTheCodeOfTheFailure() throws Exception {
    assertThat(end(start("generate", "x", "--width", "0")).code()).isEqualTo(2);
    assertThat(end(start("models", "info", "./none")).code()).isEqualTo(3);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 2_500, 5_000})
  void stopsAtAnInterruptAndLeavesNothing(int milliseconds) throws Exception {
    Process process = start("generate", "a cat", "--steps", "1000", "--output", "cat.png");
    TimeUnit.MILLISECONDS.sleep(milliseconds);
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    Ended ended = end(process);
    assertThat(ended.code()).isEqualTo(130);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).isIn("Cancelled.\n", "");
    assertThat(folder).isEmptyDirectory();
  }

  private Process start(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Distribution.FOLDER.resolve("bin/darkroom").toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).directory(folder.toFile()).start();
  }

  private static Ended end(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), out, err);
  }
}
