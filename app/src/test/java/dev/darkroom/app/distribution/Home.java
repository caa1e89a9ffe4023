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
/// @param place the folder in which the program is started
record Home(Path folder, Path place) {

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

  /// A home in a folder, in which the program is started, too.
  static Home in(Path place) throws IOException {
    return new Home(Files.createDirectories(place.resolve("home")), place);
  }

  Ended run(String... arguments) throws Exception {
    return end(start(arguments));
  }

  Process start(String... arguments) throws IOException {
    return start(Distribution.FOLDER.resolve("bin/darkroom"), List.of(arguments));
  }

  /// Another launcher than that of the assembled folder.
  Ended runWith(Path launcher, List<String> arguments) throws Exception {
    return end(start(launcher, arguments));
  }

  private Process start(Path launcher, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(arguments);
    return begin(place, command);
  }

  /// Maven, offline, with a repository of this home.
  Ended maven(Path project, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-o", "-q"));
    command.addAll(List.of(arguments));
    return end(begin(project, command));
  }

  private Process begin(Path at, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(at.toFile());
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
