package dev.darkroom.app.report;

import dev.darkroom.core.plugin.InstallPlan;
import dev.darkroom.core.plugin.info.Permission;
import dev.darkroom.core.plugin.info.Problem;
import dev.darkroom.core.plugin.trust.Signature;
import java.util.List;
import java.util.Set;

/// What installing a plug-in would do.
///
/// @param replaces the version that is installed now; empty if none is
/// @param permissions what it asks for
/// @param added those that the installed version was not granted
/// @param undeclared places in its code that need a permission that it does not ask for
/// @param consent why the user has to agree to it; empty if that is not needed
/// @param problems why it cannot be installed; empty if it can
public record InstallReport(
    Subject plugin,
    String replaces,
    List<String> permissions,
    List<String> added,
    List<String> undeclared,
    List<String> consent,
    List<String> problems,
    Contents contents) {

  /// The jar.
  public record Subject(String id, String version, String sha256, String signature) {}

  /// What it is made of.
  public record Contents(List<String> modules, List<String> provides, List<String> notes) {}

  public boolean isPossible() {
    return problems.isEmpty();
  }

  public boolean needsConsent() {
    return !consent.isEmpty();
  }

  public static InstallReport of(InstallPlan plan) {
    InstallPlan.Jar jar = plan.jar();
    InstallPlan.Findings findings = plan.findings();
    return new InstallReport(
        new Subject(
            jar.descriptor().id(),
            jar.descriptor().version().toString(),
            jar.sha256(),
            text(jar.signature())),
        plan.replaces().map(installed -> installed.descriptor().version().toString()).orElse(""),
        words(jar.descriptor().permissions()),
        words(plan.rights().added()),
        plan.rights().undeclared().stream()
            .map(finding -> finding.permission().word() + ": " + finding.where())
            .toList(),
        plan.rights().reasons(),
        findings.problems().stream().map(Problem::toString).toList(),
        new Contents(findings.modules(), findings.provides(), findings.notes()));
  }

  private static List<String> words(Set<Permission> permissions) {
    return permissions.stream().sorted().map(Permission::word).toList();
  }

  private static String text(Signature signature) {
    return switch (signature) {
      case Signature.Unsigned _ -> "unsigned";
      case Signature.Signed signed -> "signed by " + signed.by();
      case Signature.Stranger stranger -> "signed by a stranger, " + stranger.by();
      case Signature.Bad bad -> "bad signature: " + bad.reason();
    };
  }
}
