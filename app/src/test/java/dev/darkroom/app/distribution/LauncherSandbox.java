package dev.darkroom.app.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A place where the launcher finds nothing of this machine: a PATH with the few tools that it needs,
/// and made-up JDKs whose `java` prints its arguments.
record LauncherSandbox(Path folder) {

  private static final List<String> TOOLS =
      List.of("cat", "dirname", "find", "grep", "head", "mkdir", "readlink", "rm", "sed", "sleep");

  record Run(int exit, String out, String err) {}

  /// A folder as it is shipped: the launcher, `lib` and `native`.
  Path distribution() throws IOException {
    Path home = folder.resolve("shipped app");
    Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve("native/onnx"));
    return launcherIn(home);
  }

  /// A checkout that was never built.
  Path checkout() throws IOException {
    Path root = folder.resolve("checkout");
    Files.createDirectories(root.resolve("app/src/main/java"));
    Files.createDirectories(root.resolve("platform-core"));
    Files.createDirectories(root.resolve("extensions"));
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("app/pom.xml"), "");
    return launcherIn(root.resolve("app"));
  }

  /// An image of Java 25 that was made of these modules.
  Path image(String modules) throws IOException {
    Path home = jdk("25.0.3");
    String release = Files.readString(home.resolve("release"));
    Files.writeString(home.resolve("release"), release + "MODULES=\"" + modules + "\"\n");
    return home;
  }

  /// A JDK that says it is of `version`.
  Path jdk(String version) throws IOException {
    Path home = folder.resolve("jdk-" + version);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/java"), "printf '<%s>\\n' \"$@\"");
    return home;
  }

  /// A Maven that runs `commands` in the checkout.
  void maven(String commands) throws IOException {
    script(path().resolve("mvn"), commands);
  }

  Run run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
    Process process = start(launcher, environment, arguments);
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), out, err);
  }

  Process start(Path launcher, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command =
        Stream.concat(Stream.of("/bin/sh", launcher.toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", path().toString());
    builder.environment().putAll(environment);
    return builder.directory(folder.toFile()).start();
  }

  private Path path() throws IOException {
    Path path = folder.resolve("path");
    if (!Files.exists(path)) {
      Files.createDirectories(path);
      for (String tool : TOOLS) {
        script(path.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
      }
    }
    return path;
  }

  /// The launcher with the machine-wide places of JDKs taken out of its list.
  private Path launcherIn(Path home) throws IOException {
    String text = Files.readString(Distribution.FOLDER.resolve("bin/darkroom"));
    Path launcher = home.resolve("bin/darkroom");
    Files.createDirectories(launcher.getParent());
    Files.writeString(launcher, text.replaceAll("/usr/lib/jvm|/opt/j|/Library", "/nowhere"));
    return launcher;
  }

  private static void script(Path file, String commands) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
