package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.darkroom.core.error.DarkroomException;
import dev.darkroom.core.plugin.Consent;
import dev.darkroom.core.plugin.InstallPlan;
import dev.darkroom.core.plugin.InstalledPlugin;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginHostOptions;
import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.spi.ScheduleProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// A host in which a good plug-in works, whatever becomes of others.
final class TrialHost implements AutoCloseable {

  private static final String GOOD = "acme-good";

  private final Path folder;
  private PluginHost host;

  /// @param folder where jars are built, and below which they are installed
  TrialHost(Path folder) throws IOException {
    this.folder = folder;
    this.host = PluginHost.open(PluginHostOptions.in(folder.resolve("plugins")));
    install(WavePlugin.named(GOOD, "1.0.0", "acme.good", "schedule.good"));
  }

  PluginHost host() {
    return host;
  }

  /// The folder of the installed plug-ins.
  Path plugins() {
    return host.options().folder();
  }

  /// The same plug-ins in a process that was just started, as far as they can tell.
  void restart() {
    restart(UnaryOperator.identity());
  }

  void restart(UnaryOperator<PluginHostOptions> change) {
    host.close();
    host = PluginHost.open(change.apply(host.options()));
    requireGoodOne();
  }

  InstalledPlugin install(ExtensionJar jar) throws IOException {
    return install(jar.build(folder));
  }

  InstalledPlugin install(Path jar) {
    InstallPlan plan = host.plan(jar);
    return host.install(plan, Consent.to(plan));
  }

  String refusal(ExtensionJar jar) throws IOException {
    return refusal(jar.build(folder));
  }

  /// Why a jar cannot be installed. Checks that this is one line, and that all is as it was.
  String refusal(Path jar) {
    var before = host.lock();
    DarkroomException refused = catchThrowableOfType(DarkroomException.class, () -> install(jar));
    assertThat(refused).as("the plug-in is refused").isNotNull();
    assertThat(host.lock()).isEqualTo(before);
    requireGoodOne();
    String reason = String.valueOf(refused.getMessage());
    assertThat(reason).hasLineCount(1).endsWith(".").doesNotContain("..");
    return reason;
  }

  /// The state of a plug-in; where it is not in use, the reason is one line.
  PluginState state(String id) {
    requireGoodOne();
    InstalledPlugin plugin = host.installed(id);
    if (plugin.state() != PluginState.ACTIVE) {
      assertThat(plugin.status().reason()).hasLineCount(1).endsWith(".").doesNotContain("..");
      assertThat(host.catalog().issues()).anyMatch(issue -> issue.plugin().equals(id));
    }
    return plugin.state();
  }

  String reason(String id) {
    return host.installed(id).status().reason();
  }

  private void requireGoodOne() {
    assertThat(host.isActive(GOOD)).isTrue();
    assertThat(title("schedule.good")).isEqualTo("acme-good 1.0.0");
  }

  String title(String schedule) {
    return host.find(ScheduleProvider.class, schedule).title();
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    host.close();
  }
}
