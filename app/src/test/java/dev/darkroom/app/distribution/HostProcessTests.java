package dev.darkroom.app.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.distribution.Home.Ended;
import dev.darkroom.app.distribution.Home.Serving;
import dev.darkroom.testkit.plugin.ExtensionJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Hosts in processes of their own: how they end, what is left of them, who else may be there.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class HostProcessTests {

  private static final int LOOKS = 100;

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void begin() throws IOException {
    home = Home.in(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void endsWellAtASignalAndTakesItsTokenAway(String signal) throws Exception {
    Serving host = home.serve();
    Path card = card();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(card)))
        .isEqualTo("rw-------");
    Home.signal(signal, host.pid());
    assertThat(host.end()).isZero();
    assertThat(card).doesNotExist();
    assertThat(home.run("host", "status").code()).isEqualTo(69);
  }

  @Test
  void aSecondHostOnTheSameDataIsRefused() throws Exception {
    Serving host = home.serve();
    Ended second = home.run("serve", "--port", "0");
    assertThat(second.code()).isEqualTo(75);
    assertThat(second.err()).hasLineCount(1).contains("Another host");
    String port = address().replaceAll(".*:", "");
    Path other = Files.createDirectories(folder.resolve("other"));
    Ended busy = Home.in(other).run("serve", "--port", port);
    assertThat(busy.code()).isEqualTo(69);
    assertThat(busy.err()).hasLineCount(1).contains("port " + port);
    home.run("host", "stop").succeeded();
    assertThat(host.end()).isZero();
  }

  @Test
  void anInterruptedOrderStopsInTheHost() throws Exception {
    Serving host = home.serve();
    Process order = home.start("generate", "a cat", "--steps", "1000", "--output", "cat.png");
    await("Drawing  1");
    Home.signal("INT", order.pid());
    Ended ended = Home.end(order);
    assertThat(ended.code()).as(ended.err()).isEqualTo(130);
    assertThat(folder.resolve("cat.png")).doesNotExist();
    await("Drawing  0");
    draw("after.png");
    home.run("host", "stop").succeeded();
    assertThat(host.end()).isZero();
  }

  @Test
  void aKilledHostLeavesNothingInTheWay() throws Exception {
    Serving host = home.serve();
    Process order = home.start("generate", "a cat", "--steps", "1000", "--output", "cat.png");
    await("Drawing  1");
    Home.signal("KILL", host.pid());
    Ended cut = Home.end(order);
    assertThat(cut.code()).as(cut.err()).isEqualTo(69);
    assertThat(cut.err().lines().toList()).last().asString().contains("host");
    assertThat(folder.resolve("cat.png")).doesNotExist();
    assertThat(host.end()).isNotZero();

    draw("alone.png"); // by itself, as no host runs
    Serving next = home.serve();
    draw("hosted.png");
    assertThat(folder.resolve("hosted.png")).hasSameBinaryContentAs(folder.resolve("alone.png"));
    home.run("host", "stop").succeeded();
    assertThat(next.end()).isZero();
  }

  /// Killed as soon as the folder changes: the plug-in is there or not, and can be installed all the
  /// same.
  @Test
  void aHostKilledWhileInstallingLeavesAllOrNothing() throws Exception {
    Path jar =
        ExtensionJar.plugin("acme-tint", "1.0.0")
            .source("module-info.java", "module acme.tint { requires dev.darkroom.core; }")
            .build(folder);
    Serving host = home.serve();
    long before = files();
    Process install = home.start("plugins", "install", jar.toString(), "--yes");
    while (files() == before && install.isAlive()) {
      Thread.onSpinWait();
    }
    Home.signal("KILL", host.pid());
    Home.end(install);
    assertThat(host.end()).isNotZero();

    Serving next = home.serve();
    assertThat(home.run("plugins", "list").succeeded())
        .satisfiesAnyOf(
            told -> assertThat(told).contains("acme-tint", "ACTIVE"),
            told -> assertThat(told).contains("No plug-in is installed"));
    assertThat(home.run("plugins", "install", jar.toString(), "--yes").succeeded())
        .contains("acme-tint 1.0.0 is ACTIVE");
    home.run("plugins", "remove", "acme-tint").succeeded();
    assertThat(copies()).isEmpty();
    home.run("host", "stop").succeeded();
    assertThat(next.end()).isZero();
  }

  private long files() throws IOException {
    Path plugins = plugins();
    if (!Files.exists(plugins)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(plugins)) {
      return files.count();
    } catch (UncheckedIOException _) { // a file went while this looked
      return -1;
    }
  }

  private List<Path> copies() throws IOException {
    try (Stream<Path> files = Files.walk(plugins())) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    }
  }

  private Path plugins() {
    return home.folder().resolve(".local/share/darkroom/plugins");
  }

  private void draw(String name) throws Exception {
    home.run("generate", "a cat", "--steps", "2", "--seed", "1", "--output", name).succeeded();
  }

  private void await(String state) throws Exception {
    String told = "";
    for (int i = 0; i < LOOKS; i++) {
      told = home.run("host", "status").succeeded();
      if (told.contains(state)) {
        return;
      }
    }
    throw new AssertionError(told);
  }

  private String address() throws Exception {
    return home.run("host", "status").out().lines().findFirst().orElseThrow();
  }

  private Path card() throws IOException {
    try (Stream<Path> files = Files.list(home.folder().resolve(".local/state/darkroom"))) {
      return files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow();
    }
  }
}
