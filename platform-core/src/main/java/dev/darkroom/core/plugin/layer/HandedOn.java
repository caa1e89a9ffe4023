package dev.darkroom.core.plugin.layer;

import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.Problem;
import dev.darkroom.core.plugin.jar.PluginModules;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ResolvedModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Checks what the modules of a plug-in see through `requires transitive` of those that they stand on: no
/// module may see two of one name.
///
/// @param parents in the order in which Java would ask them
record HandedOn(List<Parent> parents) {

  List<Problem> problems(PluginModules modules) {
    List<Problem> problems = new ArrayList<>();
    Set<String> own = modules.names();
    for (ModuleDescriptor module : modules.descriptors()) {
      seen(module, own)
          .forEach((name, copies) -> {
            boolean isOwn = own.contains(name) && sees(module, name);
            if (copies.size() > 1 || isOwn) {
              problems.add(isOwn ? besideOwn(module, name, copies) : several(module, name, copies));
            }
          });
    }
    return problems;
  }

  private static boolean sees(ModuleDescriptor module, String name) {
    return module.requires().stream().anyMatch(requires -> requires.name().equals(name));
  }

  private Map<String, Set<ResolvedModule>> seen(ModuleDescriptor module, Set<String> own) {
    Map<String, Set<ResolvedModule>> seen = new LinkedHashMap<>();
    for (Requires requires : new TreeSet<>(module.requires())) {
      if (!own.contains(requires.name())) {
        parents.stream()
            .flatMap(parent -> parent.find(requires.name()).stream())
            .findFirst()
            .ifPresent(found -> collect(found, seen));
      }
    }
    return seen;
  }

  private static void collect(ResolvedModule module, Map<String, Set<ResolvedModule>> seen) {
    if (seen.computeIfAbsent(module.name(), _ -> new LinkedHashSet<>()).add(module)) {
      Set<String> handedOn =
          module.reference().descriptor().requires().stream()
              .filter(requires -> requires.modifiers().contains(Requires.Modifier.TRANSITIVE))
              .map(Requires::name)
              .collect(Collectors.toSet());
      module.reads().stream()
          .filter(read -> handedOn.contains(read.name()))
          .forEach(read -> collect(read, seen));
    }
  }

  private Problem several(ModuleDescriptor module, String name, Set<ResolvedModule> copies) {
    return new Problem(
        "The module %s would see the module %s more than once: %s."
            .formatted(module.name(), name, owners(copies)),
        "Require one of them only, or have their authors leave out `requires transitive`.");
  }

  private Problem besideOwn(ModuleDescriptor module, String name, Set<ResolvedModule> copies) {
    return new Problem(
        "The module %s would see the module %s more than once: its own, and what is handed on by %s."
            .formatted(module.name(), name, owners(copies)),
        "Leave it out of %s.".formatted(PluginDescriptor.LIBRARIES));
  }

  private String owners(Set<ResolvedModule> copies) {
    return copies.stream()
        .map(copy -> Parent.owner(parents, copy))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
