package dev.darkroom.core.plugin.layer;

import dev.darkroom.core.plugin.info.Problem;
import dev.darkroom.core.plugin.jar.PluginModules;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Resolves the modules of plug-ins against those that they stand on. Loads no code and defines no
/// layer, so that it can be tried before anything is installed.
///
/// @param host the layer of this program
/// @param plugins what was resolved so far, by plug-in id
public record Stacking(ModuleLayer host, Map<String, Configuration> plugins) {

  /// What came of it: `configuration` can be defined as a layer if there is no problem.
  public record Outcome(Configuration configuration, List<Problem> problems) {}

  public Stacking {
    plugins = Map.copyOf(plugins);
  }

  public static Stacking on(ModuleLayer host) {
    return new Stacking(host, Map.of());
  }

  /// This and one more plug-in.
  public Stacking with(String id, Configuration configuration) {
    Map<String, Configuration> more = new LinkedHashMap<>(plugins);
    more.put(id, configuration);
    return new Stacking(host, more);
  }

  /// @param modules of one plug-in
  /// @param below ids of the plug-ins that it requires, each resolved here before
  public Outcome resolve(PluginModules modules, List<String> below) {
    List<Parent> parents = new ArrayList<>();
    for (String id : below) {
      Configuration parent = plugins.get(id);
      if (parent != null) {
        parents.add(new Parent("the plug-in " + id, parent));
      }
    }
    parents.add(new Parent("this program", host.configuration()));
    List<Problem> problems = new ArrayList<>(new ParentModules(parents).problems(modules));
    problems.addAll(new HandedOn(parents).problems(modules));
    if (!problems.isEmpty()) {
      return new Outcome(Configuration.empty(), problems);
    }
    return resolve(parents.stream().map(Parent::configuration).toList(), modules);
  }

  /// The plug-in's own modules come first: under Java's other order it would silently get the library
  /// versions of its parents.
  private static Outcome resolve(List<Configuration> parents, PluginModules modules) {
    try {
      Configuration configuration =
          Configuration.resolve(modules.finder(), parents, ModuleFinder.of(), modules.names());
      return new Outcome(configuration, List.of());
    } catch (FindException | ResolutionException e) {
      return new Outcome(Configuration.empty(), List.of(problem(e, modules)));
    }
  }

  private static Problem problem(RuntimeException e, PluginModules modules) {
    boolean automatic = modules.descriptors().stream().anyMatch(module -> module.isAutomatic());
    String reason = "Its modules do not fit together: %s.".formatted(e.getMessage());
    return automatic
        ? new Problem(
            reason,
            "Jars without a module-info see every module; use releases with one, or leave the"
                + " library of the two out that this program has.")
        : new Problem(reason, "Its author must build it for what it requires.");
  }
}
