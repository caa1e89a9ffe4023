package dev.darkroom.app.kit;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.Plugin;
import java.io.IOException;
import java.io.Reader;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/// A plug-in that is being written: its compiled classes, loaded into a layer of their own. Loading again
/// makes a new layer; nothing of the old one is kept.
///
/// @param classes the folder that the compiler writes to
public record DevelopmentPlugin(Path classes) {

  private static final String DESCRIPTOR = "META-INF/darkroom/plugin.properties";

  /// How loading ended.
  public sealed interface Outcome {

    /// A sentence about it, for people.
    String line();

    /// Its providers could be made.
    record Loaded(String line) implements Outcome {}

    /// They could not.
    record Refused(String line) implements Outcome {}
  }

  /// The plug-in that a project compiles, or will compile.
  ///
  /// @throws InvalidRequestException if the folder is no project of a plug-in
  public static DevelopmentPlugin of(Path project) {
    if (!Files.isRegularFile(project.resolve("pom.xml"))) {
      throw new InvalidRequestException(
          "folder",
          project
              + " holds no pom.xml; name the folder of a plug-in's project, or begin one with"
              + " `darkroom plugins new`.");
    }
    return new DevelopmentPlugin(project.resolve("target").resolve("classes"));
  }

  /// Loads the classes as they are now, and makes every provider once.
  public Outcome load() {
    if (!Files.isRegularFile(classes.resolve("module-info.class"))) {
      return new Outcome.Refused("Nothing is compiled in " + classes + "; run mvn compile.");
    }
    try {
      ModuleDescriptor module = ModuleFinder.of(classes).findAll().iterator().next().descriptor();
      String ids = String.join(", ", ids(module));
      return ids.isEmpty()
          ? refused("its module-info provides nothing.")
          : new Outcome.Loaded("Loaded %s: %s.".formatted(name(), ids));
    } catch (FindException
        | ResolutionException
        | ServiceConfigurationError
        | LinkageError
        | IOException e) {
      return refused(reason(e));
    } catch (RuntimeException e) { // the plug-in's own
      return refused(e.toString());
    }
  }

  private static Outcome refused(String reason) {
    return new Outcome.Refused("Not loaded: " + reason);
  }

  private static String reason(Throwable e) {
    return e.getCause() == null
        ? String.valueOf(e.getMessage())
        : e.getMessage() + ": " + e.getCause();
  }

  /// Id and version, as the plug-in says them.
  private String name() throws IOException {
    Properties descriptor = new Properties();
    try (Reader in = Files.newBufferedReader(classes.resolve(DESCRIPTOR))) {
      descriptor.load(in);
    }
    return descriptor.getProperty("id") + " " + descriptor.getProperty("version");
  }

  private List<String> ids(ModuleDescriptor module) {
    ModuleLayer layer = layer(module.name());
    return module.provides().stream()
        .flatMap(provides -> plugins(layer, provides.service()))
        .map(Plugin::id)
        .sorted()
        .toList();
  }

  private ModuleLayer layer(String module) {
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(ModuleFinder.of(), ModuleFinder.of(classes), Set.of(module));
    return boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
  }

  private static Stream<? extends Plugin> plugins(ModuleLayer layer, String service) {
    Class<?> type = Class.forName(Plugin.class.getModule(), service);
    if (type == null || !Plugin.class.isAssignableFrom(type)) {
      return Stream.empty();
    }
    Class<? extends Plugin> kind = type.asSubclass(Plugin.class);
    DevelopmentPlugin.class.getModule().addUses(kind);
    return ServiceLoader.load(layer, kind).stream()
        .filter(provider -> provider.type().getModule().getLayer() == layer)
        .map(ServiceLoader.Provider::get);
  }
}
