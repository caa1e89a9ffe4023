package dev.darkroom.app.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.app.report.DiagnosisReport;
import dev.darkroom.app.report.InstallReport;
import dev.darkroom.app.report.InstalledReport.Row;
import dev.darkroom.app.shelf.PluginShelf.Change;
import dev.darkroom.core.plugin.Consent;
import dev.darkroom.core.plugin.InstallPlan;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginHostOptions;
import dev.darkroom.core.plugin.info.PluginState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every shelf does, wherever its plug-ins are. Each test begins with an empty one.
public abstract class PluginShelfContract {

  @TempDir private static Path jars;
  private static Path first;
  private static Path second;

  @BeforeAll
  static void pack() throws IOException {
    first = WaveJar.of("1.0.0").field("permissions", "files").build(jars);
    second = WaveJar.of("2.0.0").field("permissions", "files").build(jars);
  }

  protected abstract PluginShelf shelf();

  /// The folder that the plug-ins of the shelf are in.
  protected abstract Path plugins();

  /// Requires that something is refused with a fault of this kind: one of the codes in
  /// [dev.darkroom.app.wire.Fault].
  protected abstract void requireKind(Throwable failure, String code);

  private void assertRefused(String code, String words, ThrowingCallable call) {
    assertThatThrownBy(call)
        .hasMessageContaining(words)
        .satisfies(failure -> requireKind(failure, code));
  }

  private Row install(Path jar) {
    return shelf().install(jar, shelf().plan(jar).plugin().sha256());
  }

  @Test
  void anEmptyOneListsNothing() {
    assertThat(shelf().list().plugins()).isEmpty();
    assertThat(shelf().list().issues()).isEmpty();
    assertThat(shelf().lock().plugins()).isEmpty();
    assertThat(shelf().verify().plugins()).isEmpty();
    assertThat(plugins()).doesNotExist();
  }

  @Test
  void aPlanTellsEverythingAndChangesNothing() {
    InstallReport plan = shelf().plan(first);
    assertThat(plan.plugin().id()).isEqualTo("acme-wave");
    assertThat(plan.plugin().version()).isEqualTo("1.0.0");
    assertThat(plan.plugin().sha256()).matches("[0-9a-f]{64}");
    assertThat(plan.plugin().signature()).isEqualTo("unsigned");
    assertThat(plan.replaces()).isEmpty();
    assertThat(plan.permissions()).containsExactly("files");
    assertThat(plan.added()).containsExactly("files");
    assertThat(plan.needsConsent()).isTrue();
    assertThat(plan.isPossible()).isTrue();
    assertThat(plan.contents().modules()).containsExactly("acme.wave");
    assertThat(plan.contents().provides()).containsExactly("acme.wave.Wave");
    assertThat(plugins()).doesNotExist();
  }

  @Test
  void whatIsInstalledIsInUseAtOnce() {
    Row row = install(first);
    assertThat(row.state()).isEqualTo(PluginState.ACTIVE);
    assertThat(row.provides()).containsExactly("schedule.wave");
    assertThat(row.release().granted()).containsExactly("files");
    assertThat(row.release().source()).isEqualTo(first.toString());
    assertThat(shelf().list().plugins()).containsExactly(row);
    assertThat(shelf().list().find("acme-wave")).isEqualTo(row);
  }

  @Test
  void anUpdateKeepsTheVersionFromBefore() {
    Row before = install(first);
    assertThat(shelf().plan(second).replaces()).isEqualTo("1.0.0");
    Row after = install(second);
    assertThat(after.version()).isEqualTo("2.0.0");
    assertThat(after.previous()).containsExactly(before.release());
    Row back = shelf().change("acme-wave", Change.ROLLBACK);
    assertThat(back.release()).isEqualTo(before.release());
    assertThat(back.state()).isEqualTo(PluginState.ACTIVE);
    assertRefused(
        "invalid-request",
        "no version from before",
        () -> shelf().change("acme-wave", Change.ROLLBACK));
  }

  @Test
  void whatIsDisabledStaysUntilItIsEnabledOrRemoved() {
    install(first);
    assertThat(shelf().change("acme-wave", Change.DISABLE).state()).isEqualTo(PluginState.DISABLED);
    assertThat(shelf().list().plugins()).hasSize(1);
    assertThat(shelf().change("acme-wave", Change.ENABLE).state()).isEqualTo(PluginState.ACTIVE);
    assertThat(shelf().remove("acme-wave").plugins()).isEmpty();
    assertThat(shelf().list().plugins()).isEmpty();
  }

  @Test
  void consentIsToExactlyOneJar() {
    String hash = shelf().plan(first).plugin().sha256();
    String other = shelf().plan(second).plugin().sha256();
    assertRefused("invalid-request", "needs your consent", () -> shelf().install(first, ""));
    assertRefused("invalid-request", "another jar", () -> shelf().install(first, other));
    assertThat(shelf().list().plugins()).isEmpty();
    String printed = "sha256:" + hash.toUpperCase(Locale.ROOT);
    assertThat(shelf().install(first, printed).state()).isEqualTo(PluginState.ACTIVE);
    shelf().remove("acme-wave");
    assertThat(shelf().plan(first).needsConsent()).isFalse();
    assertRefused("invalid-request", "another jar", () -> shelf().install(first, other));
    assertThat(shelf().install(first, "").state()).isEqualTo(PluginState.ACTIVE);
  }

  @Test
  void whatIsNoPluginIsRefused() throws IOException {
    Path text = Files.writeString(jars.resolve("text.jar"), "no jar");
    Path none = jars.resolve("none.jar");
    assertRefused("invalid-request", "text.jar is no jar", () -> shelf().plan(text));
    assertRefused("invalid-request", "text.jar is no jar", () -> shelf().install(text, ""));
    assertRefused("invalid-request", "none.jar is no file", () -> shelf().plan(none));
    assertRefused("invalid-request", "none.jar is no file", () -> shelf().install(none, ""));
  }

  @Test
  void whatIsNotInstalledIsAnsweredWithWhatIs() {
    install(first);
    for (String id : List.of("acme-wafe", "", "..", "a/b?c#d", "a b")) {
      String words = "Unknown plug-in \"%s\". Known: acme-wave.".formatted(id);
      for (Change change : Change.values()) {
        assertRefused("unknown-plugin", words, () -> shelf().change(id, change));
      }
      assertRefused("unknown-plugin", words, () -> shelf().remove(id));
    }
  }

  @Test
  void whatOthersRequireIsNotRemoved() throws IOException {
    install(first);
    install(WaveJar.dependant().build(jars));
    assertRefused("invalid-request", "is required by acme-surf", () -> shelf().remove("acme-wave"));
  }

  @Test
  void aLockNamesWhatIsInstalled() {
    Row row = install(first);
    assertThat(shelf().lock().plugins().getFirst().text())
        .isEqualTo("acme-wave 1.0.0 sha256:" + row.release().sha256());
  }

  @Test
  void aCopyThatWasChangedIsFound() throws IOException {
    install(first);
    assertThat(shelf().verify().find("acme-wave").state()).isEqualTo(PluginState.ACTIVE);
    Files.write(copy(), new byte[] {1});
    Row row = shelf().verify().find("acme-wave");
    assertThat(row.state()).isEqualTo(PluginState.MODIFIED);
    assertThat(row.reason()).isNotEmpty();
  }

  private Path copy() throws IOException {
    try (Stream<Path> files = Files.walk(plugins())) {
      return files.filter(file -> file.endsWith("acme-wave-1.0.0.jar")).findFirst().orElseThrow();
    }
  }

  @Test
  void aDiagnosisTellsOfTheProgramToo() {
    Row row = install(first);
    DiagnosisReport report = shelf().diagnose();
    assertThat(report.program().folder()).isEqualTo(plugins().toString());
    assertThat(report.program().mode()).isEqualTo(PluginHostOptions.Mode.NORMAL);
    assertThat(report.program().interfaces()).isEqualTo(PluginHostOptions.API.toString());
    assertThat(report.plugins()).containsExactly(row);
    assertThat(report.only("acme-wave").plugins()).containsExactly(row);
    assertThat(report.issues()).isEmpty();
    assertThat(report.lingering()).isEmpty();
  }

  @Test
  void whatAnotherProcessChangesIsSeen() {
    try (PluginHost other = PluginHost.open(PluginHostOptions.in(plugins()))) {
      InstallPlan plan = other.plan(first);
      other.install(plan, Consent.to(plan));
      assertThat(shelf().list().find("acme-wave").state()).isEqualTo(PluginState.ACTIVE);
      other.remove("acme-wave");
      assertThat(shelf().list().plugins()).isEmpty();
    }
  }
}
