package dev.darkroom.app.shelf;

import dev.darkroom.testkit.plugin.ExtensionJar;

/// Plug-ins with one schedule, `schedule.wave`, whose title tells which version it is.
public final class WaveJar {

  public static final String ID = "acme-wave";

  private WaveJar() {}

  /// One that works.
  public static ExtensionJar of(String version) {
    return jar(ID, version, "acme.wave", "schedule.wave", "");
  }

  /// One that cannot be started.
  public static ExtensionJar failing(String version) {
    return jar(
        ID,
        version,
        "acme.wave",
        "schedule.wave",
        "public Wave() { throw new IllegalStateException(\"no water\"); }");
  }

  /// Another one, which requires the first.
  public static ExtensionJar dependant() {
    return jar("acme-surf", "1.0.0", "acme.surf", "schedule.surf", "")
        .field("requires", ID + " [1,3)");
  }

  private static ExtensionJar jar(
      String id, String version, String module, String schedule, String member) {
    return ExtensionJar.plugin(id, version)
        .source(
            "module-info.java",
            """
            module %s {
              requires dev.darkroom.core;
              exports %s;
              provides dev.darkroom.core.spi.ScheduleProvider with %s.Wave;
            }
            """
                .formatted(module, module, module))
        .source(
            module.replace('.', '/') + "/Wave.java",
            """
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
                return "%s %s";
              }

              @Override
              public Sigmas sigmas(Request request) {
                return Sigmas.of(2, 1, 0);
              }
            }
            """
                .formatted(module, member, schedule, id, version));
  }
}
