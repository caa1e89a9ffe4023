package dev.darkroom.core.plugin.jar;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The modules of this program, as plug-ins see them.
public final class HostModules {

  private static final String OURS = "dev.darkroom.";
  private static final String CORE = OURS + "core";

  private final Optional<ModuleLayer> layer;
  private final Map<String, String> owners = new HashMap<>();

  private HostModules(Optional<ModuleLayer> layer) {
    this.layer = layer;
    layer.ifPresent(known -> remember(known.configuration()));
  }

  public static HostModules ofThisProgram() {
    return new HostModules(Optional.ofNullable(HostModules.class.getModule().getLayer()));
  }

  private void remember(Configuration configuration) {
    for (ResolvedModule module : configuration.modules()) {
      if (isReserved(module.name())) {
        module.reference().descriptor().packages().forEach(p -> owners.put(p, module.name()));
      }
    }
    configuration.parents().forEach(this::remember);
  }

  /// The layer that plug-ins are stacked on; empty where Darkroom is on the class path, which named
  /// modules cannot see.
  public Optional<ModuleLayer> layer() {
    return layer;
  }

  /// Whether a module name is the JDK's or one of our own that is part of this program.
  boolean isReserved(String module) {
    return module.equals(CORE) || isJdk(module) || (module.startsWith(OURS) && isThere(module));
  }

  /// Whether this is a module of the JDK, be it part of this program or not.
  public static boolean isJdk(String module) {
    return ModuleFinder.ofSystem().find(module).isPresent();
  }

  boolean isThere(String module) {
    return layer.flatMap(known -> known.findModule(module)).isPresent();
  }

  /// The module of the JDK or our own that a package belongs to.
  Optional<String> owner(String packageName) {
    if (packageName.startsWith("java.")) {
      return Optional.of(owners.getOrDefault(packageName, "Java alone"));
    }
    boolean core = packageName.equals(CORE) || packageName.startsWith(CORE + ".");
    return Optional.ofNullable(owners.getOrDefault(packageName, core ? CORE : null));
  }

  /// Modules that load native code that one process can load only once.
  List<String> nativeEngines() {
    List<String> names = new ArrayList<>();
    for (String name : List.of("ai.djl.api", "ai.djl.pytorch_engine", "ai.djl.tokenizers")) {
      if (isThere(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
