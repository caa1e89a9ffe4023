package dev.darkroom.core.plugin;

import dev.darkroom.core.error.DarkroomException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.plugin.info.PluginStatus;
import dev.darkroom.core.plugin.jar.HostModules;
import dev.darkroom.core.plugin.layer.PluginLayer;
import dev.darkroom.core.plugin.layer.ProviderStart;
import dev.darkroom.core.plugin.layer.Start;
import dev.darkroom.core.plugin.load.Conditions;
import dev.darkroom.core.plugin.load.Loaded;
import dev.darkroom.core.plugin.load.Loading;
import dev.darkroom.core.plugin.store.Entry;
import dev.darkroom.core.plugin.store.PluginStore;
import dev.darkroom.core.plugin.store.StoreState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// Makes one change after the other and swaps what everybody sees.
final class Changes {

  private static final System.Logger LOG = System.getLogger(PluginHost.class.getName());

  private final PluginHostOptions options;
  private final PluginStore store;
  private final Conditions conditions;
  private final PluginCatalog boot = PluginCatalog.load();
  private final Map<String, String> failed = new HashMap<>();
  private final Retired retired = new Retired();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Snapshot now;

  Changes(PluginHostOptions options, PluginStore store) {
    this.options = options;
    this.store = store;
    ProviderStart start = new ProviderStart(options.patience());
    this.conditions =
        new Conditions(
            options.api(),
            HostModules.ofThisProgram(),
            options.trust().signatures(),
            layer -> startNoted(start, layer));
    this.now = nothing();
  }

  private Snapshot nothing() {
    return new Snapshot(
        StoreState.empty(), new Loading.Result(Map.of(), Map.of(), Map.of(), List.of()), boot);
  }

  /// The note stays if the plug-in ends the process.
  private Start startNoted(ProviderStart start, PluginLayer layer) {
    Optional<Path> note = store.beginStart(layer.id());
    Start outcome = start.start(layer);
    note.ifPresent(store::endStart);
    if (outcome instanceof Start.Failed) {
      retired.failed(layer);
    }
    return outcome;
  }

  Snapshot now() {
    return now;
  }

  Conditions conditions() {
    return conditions;
  }

  synchronized void open() {
    store.tidy();
    try {
      StoreState state =
          store.hasDeadStarts() ? store.change(UnaryOperator.identity()) : store.state();
      Loading.Result result = run(state, Map.of());
      publish(state, result);
      remember(result);
    } catch (DarkroomException e) {
      now = new Snapshot(now.state(), now.result(), boot.with(new PluginIssue("plugins", text(e))));
    }
  }

  private static String text(DarkroomException e) {
    return String.valueOf(e.getMessage());
  }

  /// Counts starts, where that changes anything.
  private void remember(Loading.Result result) {
    StoreState state = now.state();
    if (!counted(state, result).equals(state)) {
      try {
        now = new Snapshot(store.change(s -> counted(s, result)), result, now.catalog());
      } catch (DarkroomException e) {
        LOG.log(System.Logger.Level.WARNING, "Starts of plug-ins are not counted: " + text(e));
      }
    }
  }

  private static StoreState counted(StoreState state, Loading.Result result) {
    StoreState counted = state;
    for (Entry entry : state.plugins()) {
      String failure = result.failures().get(entry.id());
      if (failure != null) {
        counted = counted.with(entry.failed(failure));
      } else if (entry.failures() > 0 && result.newlyStarted().contains(entry.id())) {
        counted = counted.with(entry.started());
      }
    }
    return counted;
  }

  private Loading.Result run(StoreState state, Map<String, Loaded> loaded) {
    if (options.mode() == PluginHostOptions.Mode.SAFE) {
      Map<String, PluginStatus> statuses = new LinkedHashMap<>();
      PluginStatus aside =
          PluginStatus.of(
              PluginState.DISABLED, "Darkroom was started in safe mode, without plug-ins.");
      state.plugins().forEach(entry -> statuses.put(entry.id(), aside));
      return new Loading.Result(Map.of(), statuses, Map.of(), List.of());
    }
    return new Loading(store, conditions, loaded, failed).run(state);
  }

  /// Makes a change in the folder and in this process.
  void make(UnaryOperator<StoreState> change) {
    make(change, "");
  }

  /// Makes a change, or none at all if a plug-in that is enabled does not work after it.
  ///
  /// @param id of the plug-in; empty for any outcome
  void make(UnaryOperator<StoreState> change, String id) {
    synchronized (this) {
      Loading.Result[] outcome = new Loading.Result[1];
      StoreState changed =
          store.change(state -> {
            StoreState wanted = change.apply(state);
            Loading.Result result = run(wanted, now.result().loaded());
            requireWorking(wanted, result, id);
            outcome[0] = result;
            return counted(wanted, result);
          });
      publish(changed, outcome[0]);
    }
    tell();
  }

  private void requireWorking(StoreState wanted, Loading.Result result, String id) {
    Optional<Entry> entry = wanted.find(id).filter(e -> e.use() == Entry.Use.ENABLED);
    boolean safe = options.mode() == PluginHostOptions.Mode.SAFE;
    if (entry.isEmpty() || safe || result.loaded().containsKey(id)) {
      return;
    }
    PluginStatus status = result.statuses().get(id);
    throw new InvalidRequestException(
        "plugin",
        "%s cannot be started, and nothing was changed. %s"
            .formatted(
                entry.get().current().parsed().name(), status == null ? "" : status.reason()));
  }

  private void publish(StoreState state, Loading.Result result) {
    result
        .failures()
        .forEach((id, reason) ->
            state.find(id).ifPresent(entry -> failed.put(entry.current().sha256(), reason)));
    Snapshot before = now;
    now = Snapshot.of(state, result, boot);
    retired.replaced(before.result().loaded(), now.result().loaded());
  }

  List<String> lingering() {
    return retired.lingering();
  }

  /// Lets a plug-in be started again that could not be started before.
  synchronized void forget(String id) {
    now.state().find(id).ifPresent(entry -> failed.remove(entry.current().sha256()));
  }

  synchronized void verify() {
    Map<String, Loaded> sound = new LinkedHashMap<>(now.result().loaded());
    sound.values().removeIf(loaded -> !isIntact(loaded));
    publish(now.state(), run(now.state(), sound));
    tell();
  }

  private boolean isIntact(Loaded loaded) {
    try {
      return store.isIntact(loaded.release());
    } catch (IOException _) {
      return false;
    }
  }

  synchronized void refresh() {
    StoreState state = store.state();
    if (!state.equals(now.state())) {
      Loading.Result result = run(state, now.result().loaded());
      publish(state, result);
      remember(result);
      tell();
    }
  }

  PluginHost.Subscription listen(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void tell() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.WARNING, "A listener to changes of plug-ins failed", e);
      }
    }
  }

  synchronized void close() {
    now = nothing();
    listeners.clear();
  }
}
