package dev.darkroom.app.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.testkit.plugin.ExtensionJar;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A plug-in that is compiled again while `plugins run` has it loaded.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
@Timeout(120)
final class RunPluginTests {

  private static final String LOADED = "Loaded my-sampler 0.1.0: sampler.my-sampler.";
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path DESCRIPTOR = Path.of("META-INF/darkroom/plugin.properties");

  @TempDir Path folder;
  private Path project;

  @BeforeEach
  void begin() throws Exception {
    Files.createDirectory(folder.resolve("tmp"));
    assertThat(darkroom("plugins", "new", "sampler", "my-sampler").start().waitFor()).isZero();
    project = folder.resolve("my-sampler");
    Path descriptor = project.resolve("target/classes").resolve(DESCRIPTOR);
    Files.createDirectories(descriptor.getParent());
    Files.copy(project.resolve("src/main/resources").resolve(DESCRIPTOR), descriptor);
    compile();
  }

  @Test
  void loadsAnewWhatIsCompiledAnew() throws Exception {
    Process running = darkroom("plugins", "run", project.toString()).start();
    try (BufferedReader out = running.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(LOADED);
      changeSource("summary", "Straight towards", "Right towards");
      assertThat(out.readLine()).isEqualTo(LOADED);
      Path module = project.resolve("target/classes/module-info.class");
      Files.move(module, folder.resolve("kept"));
      assertThat(out.readLine()).startsWith("Nothing is compiled in");
      Files.move(folder.resolve("kept"), module, StandardCopyOption.REPLACE_EXISTING);
      changeSource("id", "sampler.my-sampler", "sampler.other");
      readUntil(out, "Loaded my-sampler 0.1.0: sampler.other."); // moving back is a change, too
      interrupt(running);
      assertThat(running.waitFor()).isZero();
    } finally {
      running.destroyForcibly();
    }
  }

  @Test
  void runsACommandEachTime() throws Exception {
    Process running = darkroom("plugins", "run", project.toString(), "--", "samplers").start();
    try (BufferedReader out = running.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(LOADED);
      readUntil(out, "sampler.my-sampler ");
      Files.writeString(project.resolve("picture.png"), "no reason to load anything");
      changeSource("id", "sampler.my-sampler", "sampler.other");
      String next = readUntil(out, "Loaded");
      assertThat(next).isEqualTo("Loaded my-sampler 0.1.0: sampler.other.");
      readUntil(out, "sampler.other ");
      interrupt(running);
      assertThat(running.waitFor()).isZero();
    } finally {
      running.destroyForcibly();
    }
  }

  @Test
  void tellsWhatUsersWillBeTold() throws Exception {
    describe("permissions=", "permissions=network");
    changeSource("summary", "return \"Straight", "Thread.ofPlatform();\n    return \"Straight");
    Process running = darkroom("plugins", "run", project.toString()).start();
    try (BufferedReader out = running.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(LOADED);
      assertThat(out.readLine()).isEqualTo("Asks for: network");
      assertThat(out.readLine()).startsWith("Does not say: threads: ").contains("MySampler");
      describe("id=my-sampler", "id=My Sampler");
      assertThat(out.readLine())
          .startsWith("Not loaded: plugin: META-INF/darkroom/plugin.properties in classes.jar")
          .contains("\"My Sampler\" is no plug-in id");
      describe("id=My Sampler", "id=my-sampler");
      assertThat(out.readLine()).isEqualTo(LOADED);
      describe("permissions=", "api=[9.0,)\npermissions=");
      assertThat(out.readLine())
          .startsWith("Not loaded: plugin: my-sampler 0.1.0 ")
          .contains("9.0");
      interrupt(running);
      assertThat(running.waitFor()).isZero();
    } finally {
      running.destroyForcibly();
    }
    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void standsOnThePluginsOfTheAuthor() throws Exception {
    describe("permissions=", "requires=acme-base\npermissions=");
    Process running =
        darkroom("plugins", "run", project.toString(), "--", "plugins", "list").start();
    try (BufferedReader out = running.inputReader(UTF_8)) {
      assertThat(out.readLine())
          .startsWith("Not loaded: plugin: my-sampler 0.1.0 ")
          .contains("requires the plug-in acme-base, which is not installed");
      interrupt(running);
      assertThat(running.waitFor()).isZero();
    }
    Path base =
        ExtensionJar.plugin("acme-base", "1.0.0")
            .source("module-info.java", "module acme.base { requires dev.darkroom.core; }")
            .build(folder);
    assertThat(darkroom("plugins", "install", base.toString(), "--yes").start().waitFor()).isZero();
    running = darkroom("plugins", "run", project.toString(), "--", "plugins", "list").start();
    try (BufferedReader out = running.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo(LOADED);
      assertThat(readUntil(out, "my-sampler ")).contains("0.1.0", "ACTIVE", "sampler.my-sampler");
      interrupt(running);
      assertThat(running.waitFor()).isZero();
    } finally {
      running.destroyForcibly();
    }
    Process list = darkroom("plugins", "list").start();
    assertThat(new String(list.getInputStream().readAllBytes(), UTF_8))
        .contains("acme-base")
        .doesNotContain("my-sampler");
  }

  @Test
  void refusesWhatIsNoProject() throws Exception {
    Process ended = darkroom("plugins", "run", folder.toString()).start();
    assertThat(ended.waitFor()).isEqualTo(2);
    assertThat(new String(ended.getErrorStream().readAllBytes(), UTF_8)).contains("no pom.xml");
  }

  /// Passes over what the command says before.
  private static String readUntil(BufferedReader out, String wanted) throws IOException {
    String line = out.readLine();
    while (line == null || !line.startsWith(wanted)) {
      assertThat(line).as("before \"%s\"", wanted).isNotNull();
      line = out.readLine();
    }
    return line;
  }

  private void changeSource(String method, String from, String to) throws Exception {
    Path source = project.resolve(SOURCES).resolve("com/example/mysampler/MySampler.java");
    change(source, method, from, to);
    compile();
  }

  private void describe(String from, String to) throws IOException {
    change(project.resolve("target/classes").resolve(DESCRIPTOR), "descriptor", from, to);
  }

  private static void change(Path file, String what, String from, String to) throws IOException {
    String before = Files.readString(file);
    assertThat(before).as(what).contains(from);
    Files.writeString(file, before.replace(from, to));
  }

  /// As Maven does it, but quicker: into `target/classes`, and at once, however busy the machine is.
  private void compile() throws Exception {
    Path fresh = Files.createTempDirectory(folder, "fresh-");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(
        List.of("-p", Distribution.FOLDER.resolve("lib").toString(), "-d", fresh.toString()));
    try (Stream<Path> files = Files.walk(project.resolve(SOURCES))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .map(Path::toString)
          .forEach(command::add);
    }
    Process javac = new ProcessBuilder(command).directory(project.toFile()).inheritIO().start();
    assertThat(javac.waitFor()).isZero();
    try (Stream<Path> files = Files.walk(fresh)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = project.resolve("target/classes").resolve(fresh.relativize(file));
        Files.createDirectories(target.getParent());
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private ProcessBuilder darkroom(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Distribution.FOLDER.resolve("bin/darkroom").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    builder.environment().put("DARKROOM_HOST", "off");
    builder.environment().put("DARKROOM_JAVA_OPTS", "-Djava.io.tmpdir=" + folder.resolve("tmp"));
    return builder;
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
        .start()
        .waitFor(1, TimeUnit.MINUTES);
  }
}
