package dev.darkroom.core.plugin.layer;

import dev.darkroom.core.plugin.info.Permission;
import java.lang.module.Configuration;
import java.util.List;
import java.util.Set;

/// The module layer of one plug-in. The last reference to it, its providers and their products keeps
/// its classes; then they go.
///
/// @param id the plug-in's
public record PluginLayer(String id, ModuleLayer layer) {

  /// A file that no jar holds.
  private static final String NOWHERE = "META-INF/darkroom/nowhere";

  /// Defines the layer: one class loader for the plug-in's own modules. Runs no code of the plug-in.
  ///
  /// @param parents the layers that the configuration was resolved against, in the same order
  /// @throws LayerInstantiationException if Java refuses it
  @SuppressWarnings("restricted") // native access is passed on only where the user granted it
  public static PluginLayer define(
      String id, Configuration configuration, List<ModuleLayer> parents, Set<Permission> granted) {
    // not the system loader: the host's class path is no business of plug-ins
    ModuleLayer.Controller controller =
        ModuleLayer.defineModulesWithOneLoader(
            configuration, parents, ClassLoader.getPlatformClassLoader());
    if (granted.contains(Permission.NATIVE)) {
      controller.layer().modules().forEach(controller::enableNativeAccess);
    }
    return new PluginLayer(id, controller.layer());
  }

  /// Has Java open all jars of the plug-in, which it would do one by one when a class of each is first
  /// used: files that are open can be taken away while somebody goes on using the plug-in.
  void openJars() {
    loader().getResource(NOWHERE); // is looked for in every jar
  }

  ClassLoader loader() {
    return layer.modules().iterator().next().getClassLoader();
  }
}
