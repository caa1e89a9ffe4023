package dev.darkroom.app.kit;

import dev.darkroom.app.ScratchFolder;
import dev.darkroom.app.report.InstallReport;
import dev.darkroom.core.error.DarkroomException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.Consent;
import dev.darkroom.core.plugin.InstallPlan;
import dev.darkroom.core.plugin.InstalledPlugin;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginHostOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A plug-in that is being written: its compiled classes, packed and installed as users will install them,
/// into a copy of the author's own plug-ins, which goes away with [#close()]. One thread at a time.
public final class DevelopmentPlugin implements AutoCloseable {

  private final Path classes;
  private final ScratchFolder scratch;
  private final PluginHost host;

  private DevelopmentPlugin(Path classes, ScratchFolder scratch, PluginHost host) {
    this.classes = classes;
    this.scratch = scratch;
    this.host = host;
  }

  /// How loading ended.
  public sealed interface Outcome {

    /// Sentences about it, for people.
    List<String> lines();

    /// Its providers could be made.
    record Loaded(List<String> lines) implements Outcome {}

    /// They could not.
    record Refused(List<String> lines) implements Outcome {}
  }

  /// The plug-in that a project compiles, or will compile.
  ///
  /// @param options of the author's own plug-ins
  /// @throws InvalidRequestException if the folder is no project of a plug-in
  public static DevelopmentPlugin of(Path project, PluginHostOptions options) {
    if (!Files.isRegularFile(project.resolve("pom.xml"))) {
      throw new InvalidRequestException(
          "folder",
          project
              + " holds no pom.xml; name the folder of a plug-in's project, or begin one with"
              + " `darkroom plugins new`.");
    }
    ScratchFolder scratch = ScratchFolder.make("run");
    try {
      PluginHost host = PluginHost.openCopy(options, scratch.path().resolve("plugins"));
      return new DevelopmentPlugin(project.resolve("target").resolve("classes"), scratch, host);
    } catch (DarkroomException e) {
      scratch.close();
      throw e;
    }
  }

  /// The folder that the compiler writes to.
  public Path classes() {
    return classes;
  }

  /// The folder of plug-ins that it is installed in.
  public Path folder() {
    return host.options().folder();
  }

  /// Installs the classes as they are now, in place of those from before, and makes every provider once.
  public Outcome load() {
    if (!Files.isRegularFile(classes.resolve("module-info.class"))) {
      return new Outcome.Refused(
          List.of("Nothing is compiled in " + classes + "; run mvn compile."));
    }
    Path jar = scratch.path().resolve("classes.jar");
    try {
      new ClassesJar(classes).pack(jar);
      InstallPlan plan = host.plan(jar);
      return new Outcome.Loaded(lines(host.install(plan, Consent.to(plan)), plan));
    } catch (DarkroomException e) {
      return refused(String.valueOf(e.getMessage()));
    } catch (IOException | UncheckedIOException e) { // a compiler takes files away
      return refused(e.toString());
    }
  }

  private static Outcome refused(String reason) {
    return new Outcome.Refused(List.of("Not loaded: " + reason));
  }

  /// What was told of the same bytes before is not told again.
  private static List<String> lines(InstalledPlugin plugin, InstallPlan plan) {
    List<String> lines = new ArrayList<>();
    String providers = String.join(", ", plugin.status().providers());
    lines.add(
        "Loaded %s: %s."
            .formatted(plugin.descriptor().name(), providers.isEmpty() ? "nothing" : providers));
    String sha256 = plan.jar().sha256();
    if (plan.replaces().stream().noneMatch(old -> old.release().sha256().equals(sha256))) {
      lines.addAll(remarks(InstallReport.of(plan)));
    }
    return lines;
  }

  private static List<String> remarks(InstallReport report) {
    List<String> remarks = new ArrayList<>();
    if (!report.permissions().isEmpty()) {
      remarks.add("Asks for: " + String.join(", ", report.permissions()));
    }
    report.undeclared().forEach(place -> remarks.add("Does not say: " + place));
    report.contents().notes().forEach(note -> remarks.add("Note: " + note));
    return remarks;
  }

  @Override
  public void close() {
    host.close();
    scratch.close();
  }
}
