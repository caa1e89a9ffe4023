package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.PluginHostOptions;
import dev.darkroom.core.plugin.info.PluginState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Plug-ins whose code does not do what it should when it is first run.
final class FailingStartTests extends SharedTrial {

  private static final String WAVE = "acme/bad/Wave.class";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          public Wave() { throw new IllegalStateException("no luck"); }   | java.lang.IllegalStateException: no luck
          static final int X = Integer.parseInt("luck");                  | For input string: "luck"
          public Wave() { throw new Wave.Own(); } static class Own extends RuntimeException {} | acme.bad.Wave$Own
          public Wave() { throw new RuntimeException("two" + (char) 10 + "lines"); } | two lines
          public Wave() { throw new Odd(); } static class Odd extends Error { public String getMessage() { throw this; } } | acme.bad.Wave$Odd
          public Wave() { throw new Odd(); } static class Odd extends Error { public Throwable getCause() { throw this; } } | acme.bad.Wave$Odd
          public String summary() { throw new IllegalStateException("speechless"); } | speechless
          public dev.darkroom.core.spi.ParameterSet parameters() { return null; } | acme.bad.Wave has no parameters
          public java.util.List<String> aliases() { return null; }        | NullPointerException
          public Wave() { deep(); } void deep() { deep(); }               | java.lang.StackOverflowError
          public Wave() { throw new OutOfMemoryError("all gone"); }       | java.lang.OutOfMemoryError: all gone
          """)
  void codeThatThrows(String members, String reason) throws IOException {
    assertThat(trial.refusal(bad(members)))
        .contains("acme-bad 1.0.0 cannot be started, and nothing was changed")
        .contains(reason)
        .contains("tell its author");
  }

  private static ExtensionJar bad(String members) {
    return ExtensionJar.plugin("acme-bad", "1.0.0")
        .source("module-info.java", WavePlugin.module("acme.bad", "requires dev.darkroom.core;"))
        .source(
            WavePlugin.path("acme.bad"),
            WavePlugin.schedule("acme.bad", "schedule.bad", "\"bad\"", members));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          static { for (boolean on = true; on; ) { Wave.nap(); } }      | acme.bad.Wave.
          public Wave() { for (boolean on = true; on; ) { nap(); } }    | acme.bad.Wave.
          """)
  void codeThatNeverEnds(String members, String place) throws IOException {
    String nap =
        " static void nap() { try { Thread.sleep(100); } catch (InterruptedException e) { } }";
    trial.restart(options -> options.withPatience(Duration.ofSeconds(3)));
    assertThat(trial.refusal(bad(members + nap)))
        .contains("It did not finish starting within 3000 ms", place, "Tell its author");
    assertThat(trial.host().lingering())
        .anyMatch(held ->
            held.contains("acme-bad, which failed to start")
                && held.contains("the thread start of plug-in acme-bad"));
    trial.restart(options -> options.withPatience(PluginHostOptions.defaults().patience()));
  }

  @Test
  void aProviderThatIsNotInTheJar() throws IOException {
    Path jar = bad("static class Rest {}").build(folder);
    JarEdit.delete(jar, WAVE);
    assertThat(trial.refusal(jar))
        .contains("acme-bad 1.0.0", "Provider acme.bad.Wave not found", "author must build it");
  }

  @Test
  void aClassFileThatIsDamaged() throws IOException {
    Path jar = bad("").build(folder);
    JarEdit.change(jar, WAVE, JarEdit::firstHalf);
    assertThat(trial.refusal(jar))
        .contains("acme-bad 1.0.0", "acme.bad.Wave", "ClassFormatError", "Its jar is damaged");
  }

  @Test
  void aClassFileThatIsNone() throws IOException {
    Path jar = bad("").build(folder);
    JarEdit.change(
        jar, WAVE, _ -> "something else".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThat(trial.refusal(jar))
        .contains("acme-bad 1.0.0", "acme/bad/Wave.class in acme-bad-1.0.0.jar is no class file");
  }

  @Test
  void aClassOfANewerJava() throws IOException {
    Path jar = bad("").build(folder);
    JarEdit.change(jar, WAVE, JarEdit.forJava(99));
    assertThat(trial.refusal(jar))
        .contains("acme/bad/Wave.class in acme-bad-1.0.0.jar needs Java 99, and this is Java");
  }

  @Test
  void aProviderThatIsNoProvider() throws IOException {
    assertThat(trial.refusal(withOtherClass("public final class Wave {}")))
        .contains("acme-bad 1.0.0", "acme.bad.Wave", "author must build it again");
  }

  @Test
  void aProviderThatCannotBeConstructed() throws IOException {
    assertThat(trial.refusal(withOtherClass(SECRETIVE)))
        .contains("acme-bad 1.0.0", "acme.bad.Wave", "constructor");
  }

  private static final String SECRETIVE =
      """
      public final class Wave implements dev.darkroom.core.spi.ScheduleProvider {
        private Wave() {}
        public String id() { return "schedule.bad"; }
        public dev.darkroom.core.spi.Sigmas sigmas(Request request) { return null; }
      }
      """;

  /// The compiler refuses such providers, so the class is put into the jar later.
  private Path withOtherClass(String source) throws IOException {
    Path other =
        ExtensionJar.library("other")
            .source(WavePlugin.path("acme.bad"), "package acme.bad; " + source)
            .build(folder);
    return JarEdit.copy(other, WAVE, bad("").build(folder));
  }

  @Test
  void aProviderMethodThatHandsOutSomebodyElse() throws IOException {
    String method =
        """
        public static dev.darkroom.core.spi.ScheduleProvider provider() { return null; }
        """;
    assertThat(trial.refusal(bad(method))).contains("acme-bad 1.0.0", "provider");
  }

  @Test
  void aBackendThatCannotTellWhetherItIsThere() throws IOException {
    String source =
        """
        package acme.bad;

        import dev.darkroom.core.spi.*;

        public final class Bad implements BackendProvider {
          public String id() { return "backend.bad"; }
          public Availability probe() { throw new IllegalStateException("no driver"); }
          public java.util.List<Device> devices() { return java.util.List.of(); }
          public Backend open(Device device) { return null; }
        }
        """;
    ExtensionJar plugin =
        ExtensionJar.plugin("acme-bad", "1.0.0")
            .source(
                "module-info.java",
                "module acme.bad { requires dev.darkroom.core;"
                    + " provides dev.darkroom.core.spi.BackendProvider with acme.bad.Bad; }")
            .source("acme/bad/Bad.java", source);
    assertThat(trial.refusal(plugin)).contains("acme-bad 1.0.0", "no driver", "tell its author");
  }

  @Test
  void isStartedAgainWhenTheAuthorMendedIt() throws IOException {
    trial.refusal(bad("public Wave() { throw new IllegalStateException(); }"));
    trial.install(bad(""));
    assertThat(trial.state("acme-bad")).isEqualTo(PluginState.ACTIVE);
    trial.host().remove("acme-bad");
  }
}
