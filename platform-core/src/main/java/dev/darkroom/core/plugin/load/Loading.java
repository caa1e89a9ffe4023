package dev.darkroom.core.plugin.load;

import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.plugin.info.PluginStatus;
import dev.darkroom.core.plugin.layer.Failures;
import dev.darkroom.core.plugin.layer.PluginLayer;
import dev.darkroom.core.plugin.layer.Provider;
import dev.darkroom.core.plugin.layer.Stacking;
import dev.darkroom.core.plugin.layer.Start;
import dev.darkroom.core.plugin.store.Copies;
import dev.darkroom.core.plugin.store.Entry;
import dev.darkroom.core.plugin.store.StoreState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Brings what is started in line with what is installed. What stays as it is goes on untouched.
///
/// @param failed what could not be started in this process, with the reason, by the hash of the jar: it
///     is not tried again before somebody asks for it
public record Loading(
    Copies copies, Conditions conditions, Map<String, Loaded> loaded, Map<String, String> failed) {

  public Loading {
    loaded = Map.copyOf(loaded);
    failed = Map.copyOf(failed);
  }

  /// What is started now.
  ///
  /// @param loaded by id, in the order of the starts
  /// @param statuses of all installed plug-ins, by id
  /// @param failures reasons of the starts that failed this time, by id
  /// @param newlyStarted ids
  public record Result(
      Map<String, Loaded> loaded,
      Map<String, PluginStatus> statuses,
      Map<String, String> failures,
      List<String> newlyStarted) {}

  /// Starts what is installed.
  public Result run(StoreState state) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    Map<String, PluginStatus> statuses = new LinkedHashMap<>();
    Admission admission = new Admission(copies, conditions, loaded);
    for (Entry entry : state.plugins()) {
      switch (admission.admit(entry, state)) {
        case Admission.Verdict.Admitted admitted ->
            candidates.put(entry.id(), admitted.candidate());
        case Admission.Verdict.Refused refused -> statuses.put(entry.id(), refused.status());
      }
    }
    return new Run(candidates, statuses).run();
  }

  private final class Run {
    private final Map<String, Candidate> candidates;
    private final Map<String, PluginStatus> statuses;
    private final Map<String, Loaded> now = new LinkedHashMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final List<String> started = new ArrayList<>();

    Run(Map<String, Candidate> candidates, Map<String, PluginStatus> statuses) {
      this.candidates = candidates;
      this.statuses = statuses;
    }

    Result run() {
      Optional<ModuleLayer> host = conditions.host().layer();
      if (host.isEmpty()) {
        candidates.keySet().forEach(id -> refuse(id, PluginState.INCOMPATIBLE, ON_CLASS_PATH));
        return result();
      }
      List<PluginDescriptor> descriptors =
          candidates.values().stream().map(Candidate::descriptor).toList();
      Map<String, String> unusable = new LinkedHashMap<>();
      statuses.forEach((id, status) -> unusable.put(id, status.reason()));
      Order order = Order.of(descriptors, conditions.api(), unusable);
      order.refused().forEach((id, reason) -> refuse(id, PluginState.INCOMPATIBLE, reason));
      order.order().forEach(id -> load(candidate(id), host.get()));
      return result();
    }

    private Candidate candidate(String id) {
      return Objects.requireNonNull(candidates.get(id), id);
    }

    private String reason(String id) {
      return Objects.requireNonNull(statuses.get(id), id).reason();
    }

    private Result result() {
      return new Result(now, statuses, failures, started);
    }

    private void refuse(String id, PluginState state, String reason) {
      statuses.put(id, PluginStatus.of(state, reason));
    }

    /// Those below came first, so that one of them that failed is known by now.
    private void load(Candidate candidate, ModuleLayer host) {
      Optional<String> lack =
          candidate.descriptor().needs().requires().stream()
              .map(required -> required.id())
              .filter(id -> !now.containsKey(id))
              .findFirst();
      if (lack.isPresent()) {
        refuse(
            candidate.id(),
            PluginState.INCOMPATIBLE,
            "It requires the plug-in %s, which cannot be used: %s"
                .formatted(lack.get(), reason(lack.get())));
        return;
      }
      Map<String, PluginDescriptor> there = new LinkedHashMap<>();
      now.keySet().forEach(id -> there.put(id, candidate(id).descriptor()));
      List<Loaded> below =
          Order.below(candidate.descriptor(), there).stream().map(now::get).toList();
      Loaded known = loaded.get(candidate.id());
      if (known != null && known.isStill(candidate.release(), below)) {
        accept(known);
      } else {
        loadAnew(candidate, below, host);
      }
    }

    private void loadAnew(Candidate candidate, List<Loaded> below, ModuleLayer host) {
      String before = failed.get(candidate.release().sha256());
      if (before != null) {
        refuse(candidate.id(), PluginState.FAILED, before);
        return;
      }
      Stacking stacking = Stacking.on(host);
      for (Loaded one : below) {
        stacking = stacking.with(one.id(), one.layer().layer().configuration());
      }
      Stacking.Outcome outcome =
          stacking.resolve(candidate.modules(), below.stream().map(Loaded::id).toList());
      if (outcome.problems().isEmpty()) {
        start(candidate, below, define(candidate, below, outcome, host));
      } else {
        refuse(candidate.id(), PluginState.INCOMPATIBLE, Admission.text(outcome.problems()));
      }
    }

    private Optional<PluginLayer> define(
        Candidate candidate, List<Loaded> below, Stacking.Outcome outcome, ModuleLayer host) {
      List<ModuleLayer> parents =
          Stream.concat(below.stream().map(one -> one.layer().layer()), Stream.of(host)).toList();
      try {
        return Optional.of(
            PluginLayer.define(
                candidate.id(),
                outcome.configuration(),
                parents,
                candidate.release().permissions()));
      } catch (LayerInstantiationException e) {
        refuse(
            candidate.id(),
            PluginState.INCOMPATIBLE,
            "Java refuses its modules: %s.".formatted(Failures.text(e)));
        return Optional.empty();
      }
    }

    private void start(Candidate candidate, List<Loaded> below, Optional<PluginLayer> defined) {
      if (defined.isEmpty()) {
        return;
      }
      PluginLayer layer = defined.get();
      switch (conditions.starter().apply(layer)) {
        case Start.Started ok -> {
          started.add(candidate.id());
          accept(
              new Loaded(candidate.release(), candidate.modules(), layer, below, ok.providers()));
        }
        case Start.Failed bad -> {
          failures.put(candidate.id(), bad.reason());
          refuse(candidate.id(), PluginState.FAILED, bad.reason());
        }
      }
    }

    private void accept(Loaded one) {
      now.put(one.id(), one);
      statuses.put(
          one.id(), PluginStatus.active(one.providers().stream().map(Provider::id).toList()));
    }
  }

  private static final String ON_CLASS_PATH =
      "Darkroom is on the class path of this program, where installed plug-ins cannot find it. Put"
          + " it on the module path.";
}
