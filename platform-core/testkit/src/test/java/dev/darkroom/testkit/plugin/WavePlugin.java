package dev.darkroom.testkit.plugin;

import java.io.IOException;
import java.nio.file.Path;

/// Plug-ins with one schedule whose title tells which of them it is.
final class WavePlugin {

  private WavePlugin() {}

  /// A plug-in that works.
  static ExtensionJar of(String version) {
    return named("acme-wave", version, "acme.wave", "schedule.wave");
  }

  /// One of another name.
  static ExtensionJar named(String id, String version, String module, String schedule) {
    return ExtensionJar.plugin(id, version)
        .source("module-info.java", module(module, "requires dev.darkroom.core;"))
        .source(path(module), schedule(module, schedule, "\"" + id + " " + version + "\"", ""));
  }

  static String module(String module, String requires) {
    return """
    module %s {
      %s
      exports %s;
      provides dev.darkroom.core.spi.ScheduleProvider with %s.Wave;
    }
    """
        .formatted(module, requires, module, module);
  }

  static String path(String module) {
    return module.replace('.', '/') + "/Wave.java";
  }

  /// @param title an expression
  /// @param more members
  static String schedule(String module, String id, String title, String more) {
    return """
    package %s;

    import dev.darkroom.core.spi.ScheduleProvider;
    import dev.darkroom.core.spi.Sigmas;

    public final class Wave implements ScheduleProvider {
      %s

      @Override
      public String id() {
        return "%s";
      }

      @Override
      public String title() {
        return %s;
      }

      @Override
      public Sigmas sigmas(Request request) {
        return Sigmas.of(2, 1, 0);
      }
    }
    """
        .formatted(module, more, id, title);
  }

  /// One whose class has these members.
  static ExtensionJar withMembers(String id, String members) {
    String module = id.replace('-', '.');
    return ExtensionJar.plugin(id, "1.0.0")
        .source("module-info.java", module(module, "requires dev.darkroom.core;"))
        .source(path(module), schedule(module, "schedule." + id, "\"" + id + "\"", members));
  }

  /// The module `acme.lib`, which knows its version.
  static Path library(Path folder, String version) throws IOException {
    return ExtensionJar.library("acme-lib-" + version)
        .source("module-info.java", "module acme.lib { exports acme.lib; }")
        .source(
            "acme/lib/Lib.java",
            """
            package acme.lib;

            public final class Lib {
              public static String version() {
                return "%s";
              }
            }
            """
                .formatted(version))
        .build(folder);
  }

  /// One whose title is the version of its library.
  static ExtensionJar withLibrary(String id, Path library) {
    return usingLibrary(id).with(library);
  }

  /// The same without the library.
  static ExtensionJar usingLibrary(String id) {
    String module = id.replace('-', '.');
    return ExtensionJar.plugin(id, "1.0.0")
        .source(
            "module-info.java", module(module, "requires dev.darkroom.core; requires acme.lib;"))
        .source(path(module), schedule(module, "schedule." + id, "acme.lib.Lib.version()", ""));
  }
}
