package dev.darkroom.app.report;

import dev.darkroom.app.ProgramVersion;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginHostOptions;
import java.util.List;

/// Everything about installed plug-ins, for a report of a fault.
///
/// @param program what they are in
/// @param lingering id and version of those that are gone, and whose classes somebody still holds; the
///     threads that run in them
/// @param issues what else cannot be used, a line each
public record DiagnosisReport(
    Program program,
    List<InstalledReport.Row> plugins,
    List<String> lingering,
    List<String> issues) {

  /// The program that has the plug-ins: the command itself, or a host.
  ///
  /// @param interfaces version of the interfaces that plug-ins are made for
  /// @param folder where plug-ins are installed
  /// @param mode whether installed plug-ins are started
  public record Program(
      String version,
      String interfaces,
      String java,
      String system,
      String folder,
      PluginHostOptions.Mode mode) {

    static Program of(PluginHostOptions options) {
      return new Program(
          ProgramVersion.version(),
          options.api().toString(),
          Runtime.version().toString(),
          "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
          options.folder().toString(),
          options.mode());
    }
  }

  /// The same with one plug-in only.
  ///
  /// @throws dev.darkroom.core.error.UnknownPluginException if it is not installed
  public DiagnosisReport only(String id) {
    InstalledReport.Row row = new InstalledReport(plugins, issues).find(id);
    return new DiagnosisReport(program, List.of(row), lingering, issues);
  }

  public static DiagnosisReport of(PluginHost host) {
    InstalledReport installed = InstalledReport.of(host);
    return new DiagnosisReport(
        Program.of(host.options()), installed.plugins(), host.lingering(), installed.issues());
  }
}
