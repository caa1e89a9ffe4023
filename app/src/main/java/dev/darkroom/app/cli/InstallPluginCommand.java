package dev.darkroom.app.cli;

import dev.darkroom.app.maven.MavenFetch.Versions;
import dev.darkroom.app.report.InstallReport;
import dev.darkroom.app.report.InstalledReport;
import dev.darkroom.app.shelf.PluginShelf;
import dev.darkroom.core.error.InvalidRequestException;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Installs a plug-in from a file or by its Maven coordinates, or replaces the version that is installed.
@Command
final class InstallPluginCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE|GROUP:ARTIFACT:VERSION",
      description =
          "The plug-in's jar, or its Maven coordinates with an exact version, which are fetched as"
              + " `plugins fetch` does it. A file of that name comes first.")
  private String plugin = "";

  @Option(names = "--snapshots", description = "Fetch a version that ends in -SNAPSHOT, too.")
  private boolean snapshots;

  @Option(
      names = "--signature",
      paramLabel = "FILE",
      description =
          "Its signature, where that does not lie beside the jar: .sig or .sigstore.json.")
  private @Nullable Path signature;

  @Option(names = "--dry-run", description = "Show what would happen, and change nothing.")
  private boolean dryRun;

  @Option(names = "--yes", description = "Agree to what the plug-in asks for, without a question.")
  private boolean yes;

  @Option(
      names = "--consent",
      paramLabel = "SHA256",
      description = "Agree to exactly the jar of this hash.")
  private String consent = "";

  @Mixin private final JsonOption json = new JsonOption();

  private final boolean mustBeThere;

  private InstallPluginCommand(boolean mustBeThere) {
    this.mustBeThere = mustBeThere;
  }

  /// Installs new plug-ins, and replaces old ones.
  static InstallPluginCommand install() {
    return new InstallPluginCommand(false);
  }

  /// Replaces old ones only.
  static InstallPluginCommand update() {
    return new InstallPluginCommand(true);
  }

  @Override
  public Integer call() {
    Versions versions = snapshots ? Versions.SNAPSHOTS_TOO : Versions.RELEASES;
    PluginFile named = PluginFile.of(plugin, versions, spec.commandLine().getErr());
    try (PluginFile file = signature == null ? named : named.with(signature)) {
      return install(file.jar());
    }
  }

  private int install(Path jar) {
    PluginShelf shelf = Workplace.shelf(spec.commandLine());
    InstallReport plan = shelf.plan(jar);
    requireThere(plan);
    PrintWriter out = spec.commandLine().getOut();
    if (dryRun) {
      show(out, plan);
      return (plan.isPossible() ? ExitCode.OK : ExitCode.INVALID_REQUEST).number();
    }
    InstalledReport.Row row = shelf.install(jar, agreed(plan));
    if (json.asked) {
      JsonOption.write(out, row);
    } else {
      out.println(
          "%s %s is %s: %s"
              .formatted(row.id(), row.version(), row.state(), String.join(", ", row.provides())));
      out.flush();
    }
    return ExitCode.OK.number();
  }

  private void requireThere(InstallReport plan) {
    if (mustBeThere && plan.replaces().isEmpty()) {
      throw new InvalidRequestException(
          "plugin",
          "%s is not installed. Install it: darkroom plugins install %s"
              .formatted(plan.plugin().id(), plugin));
    }
  }

  /// The hash that the user agrees to; empty where nobody has to.
  ///
  /// @throws InvalidRequestException if the user does not
  private String agreed(InstallReport plan) {
    if (!consent.isEmpty() || !plan.isPossible() || !plan.needsConsent()) {
      return consent;
    }
    InstallReport.Subject jar = plan.plugin();
    if (yes || asked(plan)) {
      return jar.sha256();
    }
    throw new InvalidRequestException(
        "plugin",
        "%s %s needs your consent. %s Agree with --yes, or to exactly this jar with --consent %s."
            .formatted(jar.id(), jar.version(), String.join(" ", plan.consent()), jar.sha256()));
  }

  @SuppressWarnings("SystemConsoleNull") // it is null where Java has no module for consoles
  private boolean asked(InstallReport plan) {
    Console console = System.console();
    if (json.asked || console == null || !console.isTerminal()) {
      return false;
    }
    show(spec.commandLine().getErr(), plan);
    String answer = console.readLine("Install it? [y/N] ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }

  private void show(PrintWriter out, InstallReport plan) {
    if (json.asked) {
      JsonOption.write(out, plan);
      return;
    }
    InstallReport.Subject plugin = plan.plugin();
    TextTable table =
        new TextTable()
            .row("Plug-in", plugin.id() + " " + plugin.version())
            .row("Replaces", plan.replaces().isEmpty() ? "nothing" : plan.replaces())
            .row("Hash", "sha256:" + plugin.sha256())
            .row("Signature", plugin.signature())
            .row("Asks for", plan.permissions().isEmpty() ? "nothing" : join(plan.permissions()))
            .row("Modules", join(plan.contents().modules()))
            .row("Provides", join(plan.contents().provides()));
    rows(table, "Does not say", plan.undeclared());
    rows(table, "Consent", plan.consent());
    rows(table, "Note", plan.contents().notes());
    rows(table, "Problem", plan.problems());
    table.print(out);
    out.flush();
  }

  private static void rows(TextTable table, String title, List<String> texts) {
    texts.forEach(text -> table.row(title, text));
  }

  private static String join(List<String> words) {
    return String.join(", ", words);
  }
}
