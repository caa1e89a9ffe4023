package dev.darkroom.app.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An empty home of a user, and the assembled program as it runs there, in processes of its own.
///
/// @param folder holds everything that the program writes
record Home(Path folder) {

  /// What a process wrote, and how it ended.
  record Ended(int code, String out, String err) {

    /// Its output, if it ended well.
    String succeeded() {
      assertThat(code).as("%s%s", out, err).isZero();
      return out;
    }
  }

  /// A host that has begun to answer.
  ///
  /// @param process the host itself, not a shell around it
  /// @param out the rest of what it says
  record Serving(Process process, BufferedReader out) {

    long pid() {
      return process.pid();
    }

    int end() throws InterruptedException {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("the host ends").isTrue();
      return process.exitValue();
    }
  }

  static Home in(Path folder) throws IOException {
    return new Home(Files.createDirectories(folder.resolve("home")));
  }

  /// The folder in which the program is started.
  Path place() {
    return folder.getParent();
  }

  Ended run(String... arguments) throws Exception {
    return end(start(arguments));
  }

  Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Distribution.FOLDER.resolve("bin/darkroom").toString());
    command.addAll(List.of(arguments));
    return start(place(), command);
  }

  /// Maven, offline, with a repository of this home.
  Ended maven(Path project, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-o", "-q"));
    command.addAll(List.of(arguments));
    return end(start(project, command));
  }

  private Process start(Path place, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("MAVEN_OPTS", "-Duser.home=" + folder);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  static Ended end(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), out, err);
  }

  /// Starts a host on a port that is free, and waits until it answers.
  Serving serve() throws Exception {
    Process process = start("serve", "--port", "0");
    BufferedReader out = process.inputReader(UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError(new String(process.getErrorStream().readAllBytes(), UTF_8));
    }
    assertThat(line).startsWith("Darkroom answers on http://127.0.0.1:");
    return new Serving(process, out);
  }

  static void signal(String name, long process) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process)).start().waitFor();
  }
}
