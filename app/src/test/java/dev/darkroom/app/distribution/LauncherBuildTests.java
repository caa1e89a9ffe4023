package dev.darkroom.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.distribution.LauncherSandbox.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher in a checkout: it builds what is missing, with a Maven that is made up here.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class LauncherBuildTests {

  private static final String WORKING = "echo run >>runs; mkdir -p app/target/darkroom/lib";

  private @TempDir Path folder;
  private LauncherSandbox sandbox;
  private Path launcher;

  @BeforeEach
  void prepare() throws IOException {
    sandbox = new LauncherSandbox(folder);
    launcher = sandbox.checkout();
  }

  @Test
  void buildsOnFirstUseAndSaysSo() throws Exception {
    sandbox.maven(WORKING);
    Run first = start();
    assertThat(first.exit()).isZero();
    assertThat(first.err()).hasLineCount(1).startsWith("Building Darkroom (first use");
    Run second = start();
    assertThat(second.exit()).isZero();
    assertThat(second.err()).isEmpty();
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenASourceChanged() throws Exception {
    sandbox.maven(WORKING);
    start();
    Path source = folder.resolve("checkout/app/src/main/java/Changed.java");
    Files.writeString(source, "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(start().err()).hasLineCount(1).contains("its sources changed");
    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void namesTheLogOfAFailedBuild() throws Exception {
    sandbox.maven("echo broken; exit 1");
    Run run = start();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(2).contains("build failed").contains("build.log");
    assertThat(folder.resolve("checkout/app/target/build.log")).hasContent("broken");
    assertThat(folder.resolve("checkout/app/target/building")).doesNotExist();
  }

  @Test
  void saysInOneSentenceThatThereIsNoMaven() throws Exception {
    Run run = start();
    assertThat(run.exit()).isEqualTo(127);
    assertThat(run.err()).hasLineCount(1).contains("Maven");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    sandbox.maven("sleep 1; " + WORKING);
    Process first = sandbox.start(launcher, java25());
    Process second = sandbox.start(launcher, java25());
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(runs()).isEqualTo(1);
  }

  @Test
  void takesOverTheLockOfADeadBuild() throws Exception {
    sandbox.maven(WORKING);
    Path lock = Files.createDirectories(folder.resolve("checkout/app/target/building"));
    Files.writeString(lock.resolve("pid"), "999999999\n");
    assertThat(start().exit()).isZero();
  }

  private Run start() throws Exception {
    return sandbox.run(launcher, java25());
  }

  private Map<String, String> java25() throws IOException {
    return Map.of("DARKROOM_JAVA_HOME", sandbox.jdk("25.0.3").toString());
  }

  private long runs() throws IOException {
    return Files.readAllLines(folder.resolve("checkout/runs")).size();
  }
}
