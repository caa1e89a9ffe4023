package dev.darkroom.core.plugin;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.plugin.store.Entry;
import dev.darkroom.core.plugin.store.PluginStore;
import dev.darkroom.core.plugin.store.StoreState;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/// The plug-ins of this process: those that are part of the program, and those in the user's folder,
/// which come and go while it runs.
///
/// ```java
/// try (var host = PluginHost.open(PluginHostOptions.defaults());
///     var darkroom = Darkroom.open(DarkroomOptions.defaults(), host)) {
///   InstallPlan plan = host.plan(Path.of("acme-samplers-1.0.0.jar"));
///   host.install(plan, Consent.to(plan)); // after the user agreed
///   darkroom.generate("a red apple");
/// }
/// ```
///
/// Looking up is free of locks. Changes come one after the other, over all processes that share the
/// folder; each either happens as a whole or leaves everything as it was. Whoever holds a provider keeps
/// it until done with it; the classes of a plug-in that is gone are unloaded when nobody does any more.
public final class PluginHost implements Plugins, AutoCloseable {

  private final PluginHostOptions options;
  private final PluginStore store;
  private final Changes changes;

  private PluginHost(PluginHostOptions options, PluginStore store) {
    this.options = options;
    this.store = store;
    this.changes = new Changes(options, store);
  }

  /// Starts what is installed. Never fails because of a plug-in: those that cannot be used say why in
  /// [#installed()] and among the issues of [#catalog()].
  public static PluginHost open(PluginHostOptions options) {
    return opened(new PluginHost(options, new PluginStore(options.folder())));
  }

  /// Starts a copy of what is installed, to try things that leave the user's folder as it is.
  ///
  /// @param copy a folder that is not there yet
  /// @throws InvalidRequestException if the copy cannot be made
  public static PluginHost openCopy(PluginHostOptions options, Path copy) {
    PluginStore store = new PluginStore(options.folder()).copyTo(copy);
    return opened(new PluginHost(options.withFolder(copy), store));
  }

  private static PluginHost opened(PluginHost host) {
    host.changes.open();
    return host;
  }

  public PluginHostOptions options() {
    return options;
  }

  /// Everything that can be used at this moment. Holding on to a catalog keeps the plug-ins in it.
  public PluginCatalog catalog() {
    return changes.now().catalog();
  }

  @Override
  public <P extends Plugin> List<P> all(Class<P> kind) {
    return catalog().all(kind);
  }

  @Override
  public <P extends Plugin> P find(Class<P> kind, String name) {
    return catalog().find(kind, name);
  }

  /// What is in the user's folder, in the order in which it came there.
  public List<InstalledPlugin> installed() {
    return changes.now().installed();
  }

  /// @throws UnknownPluginException if no plug-in of that id is installed
  public InstalledPlugin installed(String id) {
    List<InstalledPlugin> all = installed();
    return all.stream()
        .filter(plugin -> plugin.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new UnknownPluginException(
                "plug-in", id, all.stream().map(InstalledPlugin::id).toList()));
  }

  /// What installing a jar would do. Writes nothing and runs no code of the jar.
  ///
  /// @throws InvalidRequestException if it is no plug-in, or a damaged one
  public InstallPlan plan(Path jar) {
    return new InstallPlanner(options.trust(), changes.conditions(), store, changes.now())
        .plan(jar);
  }

  /// Installs a plug-in, or replaces the installed version, and starts it.
  ///
  /// @throws InvalidRequestException if it is not possible, lacks consent, cannot be started, or the jar
  ///     was changed since the plan was made; then everything is as it was
  public InstalledPlugin install(InstallPlan plan, Consent consent) {
    Installation installation = new Installation(plan, consent, store, options.trust());
    installation.requirePossible();
    String id = plan.jar().descriptor().id();
    changes.make(installation::apply, id);
    return installed(id);
  }

  /// Takes a plug-in and all its versions away.
  ///
  /// @throws InvalidRequestException if others require it
  public void remove(String id) {
    installed(id);
    changes.make(state -> withoutDependants(state, id).without(id));
  }

  private static StoreState withoutDependants(StoreState state, String id) {
    List<String> dependants =
        state.plugins().stream()
            .filter(entry -> entry.use() == Entry.Use.ENABLED)
            .map(entry -> entry.current().parsed())
            .filter(
                other -> other.needs().requires().stream().anyMatch(need -> need.id().equals(id)))
            .map(other -> other.id())
            .toList();
    if (!dependants.isEmpty()) {
      throw new InvalidRequestException(
          "plugin",
          "%s is required by %s. Remove or disable that first."
              .formatted(id, String.join(", ", dependants)));
    }
    return state;
  }

  /// Starts a plug-in that was disabled or set aside.
  ///
  /// @return how it fares now: it may have failed again
  public InstalledPlugin enable(String id) {
    installed(id);
    changes.forget(id);
    changes.make(changed(id, entry -> entry.with(Entry.Use.ENABLED)));
    return installed(id);
  }

  /// Leaves a plug-in aside, and with it those that require it.
  public InstalledPlugin disable(String id) {
    installed(id);
    changes.make(changed(id, entry -> entry.with(Entry.Use.DISABLED)));
    return installed(id);
  }

  /// Goes back to the version from before, which the user consented to then.
  ///
  /// @throws InvalidRequestException if there is none, or it cannot be started; then everything is as it
  ///     was
  public InstalledPlugin rollback(String id) {
    if (installed(id).previous().isEmpty()) {
      throw new InvalidRequestException(
          "plugin", "%s has no version from before to go back to.".formatted(id));
    }
    changes.make(changed(id, Entry::rolledBack), id);
    return installed(id);
  }

  private static UnaryOperator<StoreState> changed(String id, UnaryOperator<Entry> change) {
    return state -> state.with(change.apply(state.find(id).orElseThrow(() -> gone(id))));
  }

  private static InvalidRequestException gone(String id) {
    return new InvalidRequestException("plugin", id + " was removed meanwhile.");
  }

  /// Compares every private copy with what was installed, and stops those that were changed.
  public List<InstalledPlugin> verify() {
    changes.verify();
    return installed();
  }

  /// Takes over what other processes changed in the folder.
  public List<InstalledPlugin> refresh() {
    changes.refresh();
    return installed();
  }

  /// What is installed, to be kept with a project and compared.
  public List<LockedPlugin> lock() {
    return installed().stream().map(LockedPlugin::of).toList();
  }

  /// What was in use in this process or failed to start, is not any more, and is still held by somebody:
  /// id and version of each, and the threads that run in its code. Its classes stay in memory until then.
  public List<String> lingering() {
    return changes.lingering();
  }

  /// Has `listener` told after every change, on the thread that made it.
  ///
  /// @return to be closed when nothing more is to be told
  public Subscription listen(Runnable listener) {
    return changes.listen(listener);
  }

  /// Ends being told.
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /// Whether a plug-in of that id is in use.
  public boolean isActive(String id) {
    return changes.now().status(id).state() == PluginState.ACTIVE;
  }

  /// Lets go of all installed plug-ins. The catalog is that of the program from now on.
  @Override
  public void close() {
    changes.close();
  }
}
