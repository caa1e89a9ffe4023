package dev.darkroom.core.plugin.load;

import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.plugin.info.PluginStatus;
import dev.darkroom.core.plugin.info.Problem;
import dev.darkroom.core.plugin.jar.PluginFolder;
import dev.darkroom.core.plugin.jar.PluginJars;
import dev.darkroom.core.plugin.jar.PluginModules;
import dev.darkroom.core.plugin.store.Copies;
import dev.darkroom.core.plugin.store.Entry;
import dev.darkroom.core.plugin.store.Release;
import dev.darkroom.core.plugin.store.StoreState;
import dev.darkroom.core.plugin.trust.Signature;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks at one installed plug-in alone: whether it may and can be started.
///
/// @param loaded what is started already, and need not be looked at again
record Admission(Copies copies, Conditions conditions, Map<String, Loaded> loaded) {

  /// After so many failed starts in a row a plug-in is set aside.
  static final int MAX_FAILURES = 3;

  /// What came of it.
  sealed interface Verdict {
    record Admitted(Candidate candidate) implements Verdict {}

    record Refused(PluginStatus status) implements Verdict {}
  }

  Verdict admit(Entry entry, StoreState state) {
    if (entry.use() == Entry.Use.DISABLED) {
      return refused(PluginState.DISABLED, "It was disabled.");
    }
    if (entry.failures() >= MAX_FAILURES) {
      return refused(PluginState.QUARANTINED, quarantine(entry));
    }
    Loaded known = loaded.get(entry.id());
    if (known != null && known.release().equals(entry.current())) {
      PluginDescriptor descriptor = entry.current().parsed();
      return new Verdict.Admitted(new Candidate(entry.current(), descriptor, known.modules()));
    }
    try {
      return admit(entry.current(), state);
    } catch (IOException e) {
      return refused(
          PluginState.MODIFIED,
          "Its private copy cannot be read (%s). Install it again.".formatted(e));
    }
  }

  private static String quarantine(Entry entry) {
    return "It could not be started %d times in a row, at last: %s Enable it to try again."
        .formatted(entry.failures(), entry.failure());
  }

  private Verdict admit(Release release, StoreState state) throws IOException {
    List<String> changed = copies.changedFiles(release);
    if (!changed.isEmpty()) {
      return refused(
          PluginState.MODIFIED,
          "Its private copy was changed since it was installed: %s. Install it again."
              .formatted(String.join(", ", changed)));
    }
    PluginFolder folder = copies.folder(release);
    Optional<String> distrust = distrust(folder, release, state);
    if (distrust.isPresent()) {
      return refused(PluginState.UNSIGNED, distrust.get());
    }
    PluginModules modules = PluginModules.of(folder);
    List<Problem> problems = PluginJars.problems(folder, modules, conditions.host());
    return problems.isEmpty()
        ? new Verdict.Admitted(new Candidate(release, release.parsed(), modules))
        : refused(PluginState.INCOMPATIBLE, text(problems));
  }

  private Optional<String> distrust(PluginFolder folder, Release release, StoreState state) {
    if (state.consents().containsKey(release.sha256())) {
      return Optional.empty();
    }
    return switch (conditions.signatures().check(folder.jar())) {
      case Signature.Signed _ -> Optional.empty();
      case Signature.Unsigned _ ->
          Optional.of(
              "Nobody whom you trust signed it, and you did not consent to it. Install it again to"
                  + " consent.");
      case Signature.Stranger stranger ->
          Optional.of(
              "It is signed by %s, whom you do not trust, and you did not consent to it. Trust them,"
                      .formatted(stranger.by())
                  + " or install it again to consent.");
      case Signature.Bad bad -> Optional.of("Its signature is bad. " + bad.reason());
    };
  }

  static String text(List<Problem> problems) {
    return problems.stream().map(Problem::toString).collect(Collectors.joining(" "));
  }

  private static Verdict refused(PluginState state, String reason) {
    return new Verdict.Refused(PluginStatus.of(state, reason));
  }
}
