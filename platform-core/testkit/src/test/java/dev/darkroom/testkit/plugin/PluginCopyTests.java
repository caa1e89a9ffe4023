package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.Consent;
import dev.darkroom.core.plugin.InstallPlan;
import dev.darkroom.core.plugin.InstalledPlugin;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginHostOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of what is installed, where things are tried.
class PluginCopyTests {

  @TempDir Path folder;

  @Test
  void whatIsTriedInACopyLeavesTheFolderAsItIs() throws IOException {
    PluginHostOptions options = PluginHostOptions.in(folder.resolve("plugins"));
    try (PluginHost own = PluginHost.open(options)) {
      install(own, WavePlugin.of("1.0.0").build(folder));
      try (PluginHost copy = PluginHost.openCopy(options, folder.resolve("copy"))) {
        assertThat(copy.isActive("acme-wave")).isTrue();
        assertThat(copy.lock()).isEqualTo(own.lock());
        install(copy, WavePlugin.of("2.0.0").build(folder));
        assertThat(copy.options().folder()).isEqualTo(folder.resolve("copy"));
      }
      assertThat(own.refresh())
          .extracting(InstalledPlugin::descriptor)
          .extracting(descriptor -> descriptor.name())
          .containsExactly("acme-wave 1.0.0");
    }
  }

  @Test
  void aCopyOfNothingIsEmpty() {
    PluginHostOptions options = PluginHostOptions.in(folder.resolve("none"));
    try (PluginHost copy = PluginHost.openCopy(options, folder.resolve("copy"))) {
      assertThat(copy.installed()).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static void install(PluginHost host, Path jar) {
    InstallPlan plan = host.plan(jar);
    host.install(plan, Consent.to(plan));
  }
}
