package dev.darkroom.core.plugin;

import dev.darkroom.core.plugin.info.Permission;
import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.Problem;
import dev.darkroom.core.plugin.scan.CodeScan;
import dev.darkroom.core.plugin.trust.Signature;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What installing a jar would do. Nothing is written and no code of it is run to find out.
///
/// @param replaced what is installed under the id now; null if nothing is
public record InstallPlan(
    Jar jar, @Nullable InstalledPlugin replaced, Rights rights, Findings findings) {

  /// The jar that was looked at.
  public record Jar(Path file, String sha256, PluginDescriptor descriptor, Signature signature) {}

  /// What it may do.
  ///
  /// @param added what it asks for and the installed version was not granted; everything where none is
  ///     installed
  /// @param undeclared places in its code that need what it does not ask for
  /// @param reasons why the user has to consent, a sentence each; empty if that is not needed
  public record Rights(
      Set<Permission> added, List<CodeScan.Finding> undeclared, List<String> reasons) {

    public Rights {
      added = Set.copyOf(added);
      undeclared = List.copyOf(undeclared);
      reasons = List.copyOf(reasons);
    }
  }

  /// What it is made of, and what is wrong.
  ///
  /// @param modules names of its modules, its libraries' among them
  /// @param provides names of the classes that it provides to Darkroom
  /// @param problems why it cannot be installed; empty if it can
  /// @param notes what the user should know, a sentence each
  public record Findings(
      List<String> modules, List<String> provides, List<Problem> problems, List<String> notes) {

    public Findings {
      modules = List.copyOf(modules);
      provides = List.copyOf(provides);
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }
  }

  /// What is installed under the id now.
  public Optional<InstalledPlugin> replaces() {
    return Optional.ofNullable(replaced);
  }

  public boolean isPossible() {
    return findings.problems().isEmpty();
  }

  public boolean needsConsent() {
    return !rights.reasons().isEmpty();
  }
}
