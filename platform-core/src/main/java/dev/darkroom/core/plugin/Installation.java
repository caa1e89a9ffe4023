package dev.darkroom.core.plugin;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.info.Permission;
import dev.darkroom.core.plugin.info.Problem;
import dev.darkroom.core.plugin.store.Entry;
import dev.darkroom.core.plugin.store.PluginStore;
import dev.darkroom.core.plugin.store.Release;
import dev.darkroom.core.plugin.store.StoreState;
import dev.darkroom.core.plugin.trust.Signature;
import java.util.List;
import java.util.stream.Collectors;

/// Carries out a plan.
record Installation(
    InstallPlan plan, Consent consent, PluginStore store, PluginHostOptions.Trust trust) {

  /// @throws InvalidRequestException if the plan has problems or lacks consent
  void requirePossible() {
    String name = plan.jar().descriptor().name();
    if (!plan.isPossible()) {
      String problems =
          plan.findings().problems().stream()
              .map(Problem::toString)
              .collect(Collectors.joining(" "));
      throw new InvalidRequestException(
          "plugin", "%s cannot be installed. %s".formatted(name, problems));
    }
    if (plan.needsConsent() && !consent.covers(plan)) {
      throw new InvalidRequestException(
          "plugin",
          "%s needs your consent. %s Consent to sha256:%s to install it."
              .formatted(name, String.join(" ", plan.rights().reasons()), plan.jar().sha256()));
    }
  }

  StoreState apply(StoreState state) {
    Release added = store.add(plan.jar().file(), trust.signatures().endings());
    if (!added.sha256().equals(plan.jar().sha256())) {
      throw new InvalidRequestException(
          "plugin",
          "%s was changed since it was looked at. Look at it again.".formatted(plan.jar().file()));
    }
    List<String> granted =
        plan.jar().descriptor().permissions().stream().map(Permission::word).sorted().toList();
    Release release =
        new Release(
            added.sha256(),
            added.files(),
            added.descriptor(),
            plan.jar().signature().text(),
            granted,
            added.source());
    String id = plan.jar().descriptor().id();
    Entry entry =
        state.find(id).map(old -> old.with(release)).orElseGet(() -> Entry.of(id, release));
    boolean signed = plan.jar().signature() instanceof Signature.Signed;
    StoreState changed = state.with(entry);
    return signed ? changed : changed.withConsent(release.sha256(), granted);
  }
}
