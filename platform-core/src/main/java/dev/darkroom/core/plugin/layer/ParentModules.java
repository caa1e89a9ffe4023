package dev.darkroom.core.plugin.layer;

import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.Problem;
import dev.darkroom.core.plugin.jar.HostModules;
import dev.darkroom.core.plugin.jar.PluginModules;
import dev.darkroom.core.plugin.jar.Sha256;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Checks that what the modules of a plug-in require is there, and there once. Where two parents have
/// a module, Java would take the first one's and never mention the other.
///
/// @param parents in the order in which Java would ask them
record ParentModules(List<Parent> parents) {

  List<Problem> problems(PluginModules modules) {
    List<Problem> problems = new ArrayList<>();
    Set<String> own = modules.names();
    for (ModuleDescriptor module : modules.descriptors()) {
      for (Requires requires : new TreeSet<>(module.requires())) {
        if (!own.contains(requires.name()) && !isOptional(requires)) {
          check(module.name(), requires.name(), problems);
        }
      }
    }
    return problems;
  }

  private static boolean isOptional(Requires requires) {
    return requires.modifiers().contains(Requires.Modifier.STATIC);
  }

  private void check(String module, String required, List<Problem> problems) {
    Set<ResolvedModule> found = new LinkedHashSet<>();
    parents.forEach(parent -> parent.find(required).ifPresent(found::add));
    if (found.isEmpty()) {
      problems.add(missing(module, required));
    } else if (found.stream().map(ParentModules::contents).distinct().count() > 1) {
      problems.add(ambiguous(module, required, found));
    }
  }

  private static Problem missing(String module, String required) {
    String reason =
        "The module %s needs the module %s, which is not there.".formatted(module, required);
    return HostModules.isJdk(required)
        ? new Problem(
            reason,
            "It is Java's own: start Darkroom with DARKROOM_JAVA_OPTS=--add-modules=%s."
                .formatted(required))
        : new Problem(
            reason,
            "Put its jar into %s of the plug-in, or install the plug-in that holds it and name that one"
                    .formatted(PluginDescriptor.LIBRARIES)
                + " under `requires`.");
  }

  private Problem ambiguous(String module, String required, Set<ResolvedModule> found) {
    String places =
        found.stream()
            .map(one -> "%s in %s".formatted(version(one), Parent.owner(parents, one)))
            .collect(Collectors.joining(", "));
    return new Problem(
        "The module %s needs the module %s, and there are several: %s."
            .formatted(module, required, places),
        "Put the one that is meant into %s of the plug-in.".formatted(PluginDescriptor.LIBRARIES));
  }

  private static String version(ResolvedModule module) {
    return module.reference().descriptor().rawVersion().orElse("one without a version");
  }

  /// What two copies of a module have in common: the version, or the bytes where it has none.
  private static String contents(ResolvedModule module) {
    return module
        .reference()
        .descriptor()
        .rawVersion()
        .or(() -> module.reference().location().map(ParentModules::bytes))
        .orElse("");
  }

  private static String bytes(URI jar) {
    try {
      return Sha256.of(Path.of(jar));
    } catch (IOException | FileSystemNotFoundException _) {
      return jar.toString(); // a folder: the same only as itself
    }
  }
}
