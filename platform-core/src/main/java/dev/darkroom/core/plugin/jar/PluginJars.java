package dev.darkroom.core.plugin.jar;

import dev.darkroom.core.plugin.info.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Everything that is checked about the jars of a plug-in before other plug-ins come into it.
public final class PluginJars {

  private PluginJars() {}

  /// What keeps the plug-in from being loaded, whatever else is installed.
  public static List<Problem> problems(PluginFolder folder, PluginModules modules, HostModules host)
      throws IOException {
    List<Problem> problems = new ArrayList<>(new ModuleCheck(host).problems(modules));
    for (Path jar : modules.byJar().keySet()) {
      ClassVersions.problem(jar).ifPresent(problems::add);
    }
    return problems;
  }
}
