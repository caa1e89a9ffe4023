package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.ScheduleProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds the classes of plug-ins that are gone: nothing of ours, and what does is told.
final class UnloadTests {

  private static final int ROUNDS = 100;

  @TempDir private Path folder;
  private TrialHost trial;

  @BeforeEach
  void open() throws IOException {
    trial = new TrialHost(folder);
  }

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void anExceptionOfItsOwnIsNotKept() throws IOException {
    trial.refusal(
        WavePlugin.withMembers(
            "acme-wave",
            "public Wave() { throw new Own(); } static class Own extends RuntimeException {}"));
    requireNothingHeld();
  }

  @Test
  void aThreadLocalOfItsStartIsNotKept() throws IOException {
    trial.install(
        WavePlugin.withMembers(
            "acme-wave",
            """
            static final ThreadLocal<Wave> LOCAL = new ThreadLocal<>();
            static final InheritableThreadLocal<Wave> PASSED = new InheritableThreadLocal<>();
            public Wave() { LOCAL.set(this); PASSED.set(this); }
            """));
    trial.host().remove("acme-wave");
    requireNothingHeld();
  }

  @Test
  void noServiceLoaderAndNoOldCatalogIsKept() throws IOException {
    trial.install(WavePlugin.of("1.0.0"));
    for (int version = 2; version < 10; version++) {
      trial.install(WavePlugin.of(version + ".0.0"));
      assertThat(trial.host().all(ScheduleProvider.class)).isNotEmpty();
    }
    trial.host().remove("acme-wave");
    requireNothingHeld();
  }

  @Test
  void aPlanKeepsNothing() throws IOException {
    var plan = trial.host().plan(WavePlugin.of("1.0.0").build(folder));
    trial.install(plan.jar().file());
    trial.host().remove("acme-wave");
    requireNothingHeld();
    assertThat(plan.isPossible()).isTrue();
  }

  @Test
  void aClosedHostKeepsNothing() throws IOException {
    trial.install(WavePlugin.of("1.0.0"));
    var loader =
        new java.lang.ref.WeakReference<>(
            trial.host().find(ScheduleProvider.class, "schedule.wave").getClass().getClassLoader());
    trial.host().close();
    for (int round = 0; round < ROUNDS && loader.get() != null; round++) {
      System.gc();
      pause();
    }
    assertThat(loader.get()).isNull();
  }

  @Test
  void thoseThatStandOnItGoWithIt() throws IOException {
    trial.install(WavePlugin.withLibrary("acme-base", WavePlugin.library(folder, "1.0")));
    trial.install(
        WavePlugin.usingLibrary("acme-top")
            .against(WavePlugin.library(folder, "1.0"))
            .field("requires", "acme-base"));
    ScheduleProvider[] user = {trial.host().find(ScheduleProvider.class, "schedule.acme-top")};
    trial.host().remove("acme-top");
    trial.host().remove("acme-base");
    assertThat(trial.host().lingering())
        .containsExactlyInAnyOrder("acme-top 1.0.0", "acme-base 1.0.0");
    assertThat(user[0].title()).as("in use").isEqualTo("1.0");
    user[0] = null;
    requireNothingHeld();
  }

  @Test
  void aCatalogThatSomebodyKeepsIsTold() throws IOException {
    trial.install(WavePlugin.of("1.0.0"));
    PluginCatalog[] kept = {trial.host().catalog()};
    trial.host().remove("acme-wave");
    assertThat(trial.host().lingering()).containsExactly("acme-wave 1.0.0");
    assertThat(kept[0].find(ScheduleProvider.class, "wave").title()).isEqualTo("acme-wave 1.0.0");
    kept[0] = null;
    requireNothingHeld();
  }

  @Test
  void aThreadThatItLeftRunningIsTold() throws IOException {
    trial.install(
        WavePlugin.withMembers(
            "acme-worker",
            """
            public Wave() {
              Thread.ofPlatform().daemon().name("acme at work").start(Wave::work);
            }
            static void work() {
              try {
                Thread.sleep(600_000);
              } catch (InterruptedException e) {
                // done
              }
            }
            """));
    assertThat(trial.host().lingering()).isEmpty();
    trial.host().remove("acme-worker");
    assertThat(trial.host().lingering())
        .containsExactly("acme-worker 1.0.0 (running in it: the thread acme at work)");
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("acme at work"))
        .forEach(Thread::interrupt);
    requireNothingHeld();
  }

  /// Java opens the jar of a library when a class of it is first used, which may be after it went.
  @Test
  void whoeverHoldsAProviderCanUseItToTheEnd() throws IOException {
    trial.install(
        WavePlugin.usingLibrary("acme-late")
            .with(WavePlugin.library(folder, "1.0"))
            .source(
                WavePlugin.path("acme.late"),
                WavePlugin.schedule(
                    "acme.late",
                    "schedule.late",
                    "\"late\"",
                    "public String summary() { return acme.lib.Lib.version(); }")));
    ScheduleProvider user = trial.host().find(ScheduleProvider.class, "schedule.late");
    trial.host().remove("acme-late");
    assertThat(trial.plugins().resolve("store").toFile().list()).as("copies").hasSize(1);
    assertThat(user.summary()).isEqualTo("1.0");
  }

  private void requireNothingHeld() {
    List<String> held = trial.host().lingering();
    for (int round = 0; round < ROUNDS && !held.isEmpty(); round++) {
      pause();
      held = trial.host().lingering();
    }
    assertThat(held).isEmpty();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
