package dev.darkroom.core.plugin;

import dev.darkroom.core.plugin.info.Permission;
import dev.darkroom.core.plugin.jar.PluginFolder;
import dev.darkroom.core.plugin.scan.CodeScan;
import dev.darkroom.core.plugin.store.StoreState;
import dev.darkroom.core.plugin.trust.Signature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds out what the user has to consent to before a jar is installed.
record RightsReview(CodeScan scan, StoreState state) {

  InstallPlan.Rights review(
      InstallPlan.Jar jar, Optional<InstalledPlugin> replaced, PluginFolder folder) {
    Set<Permission> added = EnumSet.noneOf(Permission.class);
    added.addAll(jar.descriptor().permissions());
    replaced.ifPresent(old -> added.removeAll(old.release().granted()));
    List<String> consented = state.consents().get(jar.sha256());
    if (consented != null) {
      added.removeAll(Permission.parse("consents", String.join(",", consented)));
    }
    List<CodeScan.Finding> undeclared = undeclared(jar, folder);
    List<String> reasons = new ArrayList<>();
    if (consented == null) {
      reasons.addAll(distrust(jar.signature(), replaced));
      reasons.addAll(oddities(jar, replaced, undeclared));
    }
    if (!added.isEmpty()) {
      reasons.add("It asks for: " + text(added) + ".");
    }
    return new InstallPlan.Rights(added, undeclared, reasons);
  }

  private List<CodeScan.Finding> undeclared(InstallPlan.Jar jar, PluginFolder folder) {
    List<CodeScan.Finding> findings = new ArrayList<>();
    for (Path file : folder.jars()) {
      scan.scan(file).stream()
          .filter(finding -> !jar.descriptor().permissions().contains(finding.permission()))
          .forEach(findings::add);
    }
    return findings;
  }

  private static List<String> distrust(Signature signature, Optional<InstalledPlugin> replaced) {
    return switch (signature) {
      case Signature.Unsigned _ -> List.of("Nobody whom you trust signed it.");
      case Signature.Stranger stranger ->
          List.of(
              "It is signed by %s, and you trust no one of that name.".formatted(stranger.by()));
      case Signature.Bad _ -> List.of(); // that is a problem, and nothing to consent to
      case Signature.Signed signed ->
          replaced
              .map(old -> old.release().signature())
              .filter(before -> !before.equals(signed.text()))
              .map(before ->
                  "The installed version is %s, this one is %s.".formatted(before, signed.text()))
              .stream()
              .toList();
    };
  }

  private static List<String> oddities(
      InstallPlan.Jar jar, Optional<InstalledPlugin> replaced, List<CodeScan.Finding> undeclared) {
    List<String> oddities = new ArrayList<>();
    replaced
        .map(old -> old.release().version())
        .filter(before -> before.compareTo(jar.descriptor().version()) > 0)
        .ifPresent(before -> oddities.add("It is older than the installed " + before + "."));
    Set<Permission> kinds =
        undeclared.stream().map(CodeScan.Finding::permission).collect(Collectors.toSet());
    if (!kinds.isEmpty()) {
      oddities.add("Its code does what it does not ask for: " + text(kinds) + ".");
    }
    return oddities;
  }

  private static String text(Set<Permission> permissions) {
    return permissions.stream()
        .sorted()
        .map(permission -> "%s (it %s)".formatted(permission.word(), permission.meaning()))
        .collect(Collectors.joining(", "));
  }
}
