package dev.darkroom.core.plugin.jar;

import dev.darkroom.core.plugin.info.Problem;
import java.lang.module.FindException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The modules in the jars of a plug-in, each looked at alone: a finder over several would throw for
/// all of them, or pass over the second of two in silence.
///
/// @param byJar in the order of the jars, the plug-in's own first; a jar that is no module has none
/// @param problems what keeps them from being loaded
public record PluginModules(Map<Path, ModuleReference> byJar, List<Problem> problems) {

  public PluginModules {
    problems = List.copyOf(problems);
  }

  /// Reads descriptors only.
  public static PluginModules of(PluginFolder folder) {
    Map<Path, ModuleReference> modules = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Path jar : folder.jars()) {
      try {
        Optional<ModuleReference> found = ModuleFinder.of(jar).findAll().stream().findFirst();
        found.ifPresentOrElse(module -> modules.put(jar, module), () -> problems.add(missing(jar)));
      } catch (FindException e) {
        problems.add(unreadable(jar, e));
      }
    }
    return new PluginModules(modules, problems);
  }

  private static Problem missing(Path jar) {
    return new Problem(jar.getFileName() + " is not there.", "Install the plug-in again.");
  }

  private static Problem unreadable(Path jar, FindException e) {
    String name = String.valueOf(jar.getFileName());
    return switch (e.getCause()) {
      case IllegalArgumentException _ ->
          new Problem(
              "No module name can be made of the file name %s.".formatted(name),
              "Rename it, or give it a module-info or an Automatic-Module-Name.");
      case InvalidModuleDescriptorException odd ->
          new Problem(
              "The module-info of %s cannot be read (%s).".formatted(name, odd.getMessage()),
              "Have the jar built again, for Java %d or older."
                  .formatted(Runtime.version().feature()));
      case null, default ->
          new Problem(
              "%s is no jar, or a damaged one (%s).".formatted(name, reason(e)),
              "Have the plug-in built again.");
    };
  }

  private static String reason(FindException e) {
    Throwable cause = e.getCause();
    return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
  }

  /// The names of the modules.
  public Set<String> names() {
    return Set.copyOf(descriptors().stream().map(ModuleDescriptor::name).toList());
  }

  public List<ModuleDescriptor> descriptors() {
    return byJar.values().stream().map(ModuleReference::descriptor).toList();
  }

  /// Finds exactly these modules.
  public ModuleFinder finder() {
    return ModuleFinder.of(byJar.keySet().toArray(Path[]::new));
  }

  /// The names of the classes that the modules provide, by the name of the service.
  public Map<String, List<String>> provided() {
    Map<String, List<String>> provided = new TreeMap<>();
    descriptors().stream()
        .flatMap(module -> module.provides().stream())
        .forEach(provides ->
            provided
                .computeIfAbsent(provides.service(), _ -> new ArrayList<>())
                .addAll(provides.providers()));
    return provided;
  }
}
