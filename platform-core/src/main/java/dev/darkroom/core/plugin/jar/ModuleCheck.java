package dev.darkroom.core.plugin.jar;

import dev.darkroom.core.plugin.info.PluginDescriptor;
import dev.darkroom.core.plugin.info.Problem;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Checks the modules of one plug-in for what Java would not say, or would say in riddles.
///
/// @param host what they must keep clear of
public record ModuleCheck(HostModules host) {

  /// What keeps the modules from being loaded.
  public List<Problem> problems(PluginModules modules) {
    List<Problem> problems = new ArrayList<>(modules.problems());
    problems.addAll(sameNames(modules));
    problems.addAll(sharedPackages(modules));
    for (ModuleDescriptor module : modules.descriptors()) {
      problems.addAll(foreignNames(module));
    }
    return problems;
  }

  /// Java would take the first of two jars and never mention the other.
  private static List<Problem> sameNames(PluginModules modules) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Path> jars = new HashMap<>();
    for (Map.Entry<Path, ModuleReference> entry : modules.byJar().entrySet()) {
      String name = entry.getValue().descriptor().name();
      Path first = jars.putIfAbsent(name, entry.getKey());
      if (first != null) {
        problems.add(
            new Problem(
                "Both %s and %s hold the module %s."
                    .formatted(first.getFileName(), entry.getKey().getFileName(), name),
                "Keep one of them."));
      }
    }
    return problems;
  }

  private static List<Problem> sharedPackages(PluginModules modules) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> owners = new HashMap<>();
    for (ModuleDescriptor module : modules.descriptors()) {
      for (String name : new TreeSet<>(module.packages())) {
        String first = owners.putIfAbsent(name, module.name());
        if (first != null && !first.equals(module.name())) {
          problems.add(
              new Problem(
                  "The package %s is in both modules %s and %s."
                      .formatted(name, first, module.name()),
                  "Put each package into one jar only."));
        }
      }
    }
    return problems;
  }

  /// Under one of our names Java would use our module, or find no provider at all.
  private List<Problem> foreignNames(ModuleDescriptor module) {
    List<Problem> problems = new ArrayList<>();
    if (host.isReserved(module.name())) {
      problems.add(
          new Problem(
              "The plug-in holds a module named %s, which is part of this program or of Java."
                  .formatted(module.name()),
              "Leave it out of %s, or rename it if it is another one."
                  .formatted(PluginDescriptor.LIBRARIES)));
      return problems;
    }
    module.packages().stream()
        .sorted()
        .flatMap(name -> host.owner(name).map(owner -> reserved(module, name, owner)).stream())
        .findFirst()
        .ifPresent(problems::add);
    if (module.name().startsWith("ai.djl") && !host.nativeEngines().isEmpty()) {
      problems.add(djl(module));
    }
    return problems;
  }

  private static Problem reserved(ModuleDescriptor module, String packageName, String owner) {
    return new Problem(
        "The module %s holds the package %s, which belongs to %s."
            .formatted(module.name(), packageName, owner),
        "Rename the package to one of your own.");
  }

  private static Problem djl(ModuleDescriptor module) {
    return new Problem(
        "The plug-in brings DJL (%s), whose native engine a process can load only once, and it is part"
                .formatted(module.name())
            + " of this program.",
        "Leave it out of %s and require the module instead.".formatted(PluginDescriptor.LIBRARIES));
  }
}
