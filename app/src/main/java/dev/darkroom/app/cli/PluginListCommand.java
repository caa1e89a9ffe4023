package dev.darkroom.app.cli;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Configurable;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists the plug-ins of one kind, and their settings.
@Command(description = "Lists plug-ins of one kind and the settings that they take.")
final class PluginListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final JsonOption json = new JsonOption();

  private final Class<? extends Configurable> kind;

  PluginListCommand(Class<? extends Configurable> kind) {
    this.kind = kind;
  }

  /// All plug-ins of the kind, preferred ones first.
  record Report(List<Row> plugins) {}

  /// One plug-in.
  record Row(
      String id,
      String title,
      String summary,
      List<String> aliases,
      List<SamplersCommand.Setting> settings) {}

  @Override
  public Integer call() {
    List<Row> rows = PluginCatalog.load().all(kind).stream().map(PluginListCommand::row).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, new Report(rows));
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("ID", "TITLE", "WHAT IT DOES");
    for (Row row : rows) {
      table.row(row.id(), row.title(), row.summary());
      row.settings().forEach(s -> table.row("  " + s.name(), s.range(), s.description()));
    }
    table.print(out);
    return ExitCode.OK.number();
  }

  private static Row row(Configurable plugin) {
    return new Row(
        plugin.id(),
        plugin.title(),
        plugin.summary(),
        plugin.aliases(),
        plugin.parameters().parameters().stream().map(SamplersCommand::setting).toList());
  }
}
