package dev.darkroom.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.distribution.LauncherSandbox.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class LauncherTests {

  private @TempDir Path folder;
  private LauncherSandbox sandbox;

  @BeforeEach
  void prepare() {
    sandbox = new LauncherSandbox(folder);
  }

  @Test
  void handsEveryArgumentOverAsItIs() throws Exception {
    Run run =
        sandbox.run(sandbox.distribution(), java25(), "generate", "a  red apple", "", "*", "$HOME");
    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .endsWith(
            """
            <-m>
            <dev.darkroom.app/dev.darkroom.app.Main>
            <generate>
            <a  red apple>
            <>
            <*>
            <$HOME>
            """);
  }

  @Test
  void pointsAtTheUnpackedNatives() throws Exception {
    Run run = sandbox.run(sandbox.distribution(), java25());
    Path natives = folder.resolve("shipped app/native/onnx").toRealPath();
    assertThat(run.out()).contains("<-Donnxruntime.native.path=" + natives + ">");
  }

  @ParameterizedTest
  @CsvSource({
    "java.base java.se java.sql, --add-modules=java.se",
    "java.base java.se,          --add-modules=java.se",
    "java.base java.security.sasl java.desktop,"
  })
  void letsPluginsUseAllOfJavaThatIsThere(String modules, String option) throws Exception {
    var environment = Map.of("DARKROOM_JAVA_HOME", sandbox.image(modules).toString());
    Run run = sandbox.run(sandbox.distribution(), environment, "samplers");
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines().filter(line -> line.startsWith("<--add-modules")).toList())
        .isEqualTo(option == null ? List.of() : List.of("<" + option + ">"));
  }

  @Test
  void aHostHasItsServerToo() throws Exception {
    Run run = sandbox.run(sandbox.distribution(), java25(), "serve");
    assertThat(run.out()).contains("<--add-modules=java.se,io.javalin,org.slf4j>");
  }

  @Test
  void startsThroughSymbolicLinks() throws Exception {
    Path first = folder.resolve("first link");
    Files.createSymbolicLink(first, sandbox.distribution());
    Path second = folder.resolve("second");
    Files.createSymbolicLink(second, Path.of("first link"));
    assertThat(sandbox.run(second, java25()).exit()).isZero();
  }

  @Test
  void passesOverAnOldJava() throws Exception {
    Path old = sandbox.jdk("17.0.15");
    Path young = sandbox.jdk("26");
    var environment = Map.of("DARKROOM_JAVA_HOME", old.toString(), "JAVA_HOME", young.toString());
    assertThat(sandbox.run(sandbox.distribution(), environment).exit()).isZero();
  }

  @Test
  void saysInOneSentenceThatThereIsNoJava() throws Exception {
    var environment = Map.of("JAVA_HOME", sandbox.jdk("17.0.15").toString());
    Run run = sandbox.run(sandbox.distribution(), environment);
    assertThat(run.exit()).isEqualTo(127);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).contains("Java 25").contains("DARKROOM_JAVA_HOME");
  }

  private Map<String, String> java25() throws Exception {
    return Map.of("DARKROOM_JAVA_HOME", sandbox.jdk("25.0.3").toString());
  }
}
