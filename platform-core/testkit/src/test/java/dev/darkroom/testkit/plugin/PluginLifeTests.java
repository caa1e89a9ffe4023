package dev.darkroom.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.plugin.Consent;
import dev.darkroom.core.plugin.InstallPlan;
import dev.darkroom.core.plugin.InstalledPlugin;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginHostOptions;
import dev.darkroom.core.plugin.info.Permission;
import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.spi.ScheduleProvider;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of a plug-in in a process that goes on running.
final class PluginLifeTests {

  private static final int ROUNDS = 200;

  @TempDir Path folder;
  private PluginHost host;

  @BeforeEach
  void open() {
    host = PluginHost.open(PluginHostOptions.in(folder.resolve("plugins")));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void isInstalledUsedUpdatedDisabledAndRemovedWithoutARestart() throws Exception {
    install(WavePlugin.of("1.0.0"));
    assertThat(title()).isEqualTo("acme-wave 1.0.0");
    install(WavePlugin.of("2.0.0"));
    assertThat(title()).isEqualTo("acme-wave 2.0.0");
    assertThat(host.disable("acme-wave").state()).isEqualTo(PluginState.DISABLED);
    assertThatThrownBy(this::title).isInstanceOf(UnknownPluginException.class);
    assertThat(host.enable("acme-wave").state()).isEqualTo(PluginState.ACTIVE);
    assertThat(title()).isEqualTo("acme-wave 2.0.0");
    host.remove("acme-wave");
    assertThat(host.installed()).isEmpty();
    assertThatThrownBy(this::title).isInstanceOf(UnknownPluginException.class);
  }

  @Test
  void theClassLoaderOfAnOldVersionGoes() throws Exception {
    install(WavePlugin.of("1.0.0"));
    ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
    PhantomReference<ClassLoader> old = new PhantomReference<>(loader(), gone);
    install(WavePlugin.of("2.0.0"));
    assertThat(isCollected(gone)).isTrue();
    old.clear();
  }

  @Test
  void theClassLoaderOfARemovedPluginGoesWhenItsLastUserIsDone() throws Exception {
    install(WavePlugin.of("1.0.0"));
    ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
    PhantomReference<ClassLoader> old = new PhantomReference<>(loader(), gone);
    ScheduleProvider[] user = {provider()};
    host.remove("acme-wave");
    assertThat(user[0].title()).as("in use").isEqualTo("acme-wave 1.0.0");
    user[0] = null;
    assertThat(isCollected(gone)).isTrue();
    old.clear();
  }

  private static boolean isCollected(ReferenceQueue<ClassLoader> gone) throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      System.gc();
      if (gone.remove(50) != null) {
        return true;
      }
    }
    return false;
  }

  @Test
  void goesBackToTheVersionFromBefore() throws IOException {
    install(WavePlugin.of("1.0.0"));
    install(WavePlugin.of("2.0.0"));
    assertThat(host.rollback("acme-wave").release().version()).hasToString("1.0.0");
    assertThat(title()).isEqualTo("acme-wave 1.0.0");
    assertThatThrownBy(() -> host.rollback("acme-wave"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("no version from before");
  }

  @Test
  void isThereAgainAfterARestart() throws IOException {
    install(WavePlugin.of("1.0.0"));
    host.close();
    assertThat(host.all(ScheduleProvider.class)).noneMatch(s -> s.id().equals("schedule.wave"));
    open();
    assertThat(title()).isEqualTo("acme-wave 1.0.0");
  }

  @Test
  void isLeftAsideInSafeMode() throws IOException {
    install(WavePlugin.of("1.0.0"));
    PluginHostOptions safe = host.options().with(PluginHostOptions.Mode.SAFE);
    try (PluginHost careful = PluginHost.open(safe)) {
      InstalledPlugin plugin = careful.installed("acme-wave");
      assertThat(plugin.state()).isEqualTo(PluginState.DISABLED);
      assertThat(plugin.status().reason()).contains("safe mode");
      assertThat(careful.all(ScheduleProvider.class))
          .noneMatch(s -> s.id().equals("schedule.wave"));
      careful.remove("acme-wave");
    }
    host.refresh();
    assertThat(host.installed()).isEmpty();
  }

  @Test
  void nothingIsInstalledWithoutConsent() throws IOException {
    InstallPlan plan = host.plan(WavePlugin.of("1.0.0").build(folder));
    assertThat(plan.needsConsent()).isTrue();
    assertThatThrownBy(() -> host.install(plan, Consent.none()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Nobody whom you trust signed it", plan.jar().sha256());
    assertThat(host.installed()).isEmpty();
    assertThat(folder.resolve("plugins")).doesNotExist();
  }

  @Test
  void consentIsAskedForOnceForEachJar() throws IOException {
    Path jar = WavePlugin.of("1.0.0").build(folder);
    host.install(host.plan(jar), Consent.to(host.plan(jar)));
    host.remove("acme-wave");
    assertThat(host.plan(jar).needsConsent()).isFalse();
    host.install(host.plan(jar), Consent.none());
    assertThat(title()).isEqualTo("acme-wave 1.0.0");
  }

  @Test
  void consentIsAskedForWhenAnUpdateWantsMoreRights() throws IOException {
    install(WavePlugin.of("1.0.0").field("permissions", "files"));
    Path jar = WavePlugin.of("2.0.0").field("permissions", "files, network").build(folder);
    InstallPlan plan = host.plan(jar);
    assertThat(plan.rights().added()).extracting(Permission::word).containsExactly("network");
    assertThat(plan.rights().reasons()).anyMatch(reason -> reason.contains("network"));
    assertThatThrownBy(
            () -> host.install(plan, new Consent(plan.jar().sha256(), java.util.Set.of())))
        .hasMessageContaining("consent");
    assertThat(title()).isEqualTo("acme-wave 1.0.0");
  }

  @Test
  void aJarThatChangedSinceItWasLookedAtIsNotInstalled() throws IOException {
    Path jar = WavePlugin.of("1.0.0").build(folder);
    InstallPlan plan = host.plan(jar);
    Files.copy(
        WavePlugin.of("2.0.0").build(folder),
        jar,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> host.install(plan, Consent.to(plan)))
        .hasMessageContaining("changed since it was looked at");
    assertThat(host.installed()).isEmpty();
  }

  @Test
  void writesALockFileOfHashes() throws IOException {
    InstalledPlugin plugin = install(WavePlugin.of("1.0.0"));
    String line = "acme-wave 1.0.0 sha256:" + plugin.release().sha256();
    assertThat(host.lock()).extracting(Object::toString).containsExactly(line);
    assertThat(folder.resolve("plugins/plugins.lock")).hasContent(line);
  }

  @Test
  void listenersAreToldOfChanges() throws IOException {
    List<Integer> sizes = new java.util.ArrayList<>();
    try (PluginHost.Subscription _ = host.listen(() -> sizes.add(host.installed().size()))) {
      install(WavePlugin.of("1.0.0"));
      host.remove("acme-wave");
    }
    install(WavePlugin.of("1.0.0"));
    assertThat(sizes).containsExactly(1, 0);
  }

  private InstalledPlugin install(ExtensionJar jar) throws IOException {
    InstallPlan plan = host.plan(jar.build(folder));
    return host.install(plan, Consent.to(plan));
  }

  private ScheduleProvider provider() {
    return host.find(ScheduleProvider.class, "schedule.wave");
  }

  private String title() {
    return provider().title();
  }

  private ClassLoader loader() {
    return provider().getClass().getClassLoader();
  }
}
