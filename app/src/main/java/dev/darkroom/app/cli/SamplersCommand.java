package dev.darkroom.app.cli;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.SamplerProvider;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists samplers and their settings.
@Command(name = "samplers", description = "Lists samplers and the settings that --set takes.")
final class SamplersCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final JsonOption json = new JsonOption();

  /// All samplers, preferred ones first.
  record Report(List<Row> samplers) {}

  /// One sampler.
  record Row(String id, String title, List<String> aliases, List<Setting> settings) {}

  /// One setting of a sampler.
  record Setting(String name, String defaultValue, String range, String description) {}

  @Override
  public Integer call() {
    List<Row> rows =
        PluginCatalog.load().all(SamplerProvider.class).stream().map(SamplersCommand::row).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, new Report(rows));
      return ExitCode.OK.number();
    }
    TextTable table = new TextTable().row("SAMPLER", "TITLE", "ALIASES");
    for (Row row : rows) {
      table.row(row.id(), row.title(), String.join(", ", row.aliases()));
      row.settings().forEach(s -> table.row("  " + s.name(), s.range(), s.description()));
    }
    table.print(out);
    return ExitCode.OK.number();
  }

  private static Row row(SamplerProvider provider) {
    List<Setting> settings =
        provider.parameters().parameters().stream().map(SamplersCommand::setting).toList();
    return new Row(provider.id(), provider.title(), provider.aliases(), settings);
  }

  static Setting setting(Parameter parameter) {
    String range =
        switch (parameter) {
          case Parameter.Real real -> real.min() + " to " + real.max();
          case Parameter.Whole whole -> whole.min() + " to " + whole.max();
          case Parameter.Choice choice -> String.join("|", choice.options());
          case Parameter.Numbers _ -> "numbers";
          case Parameter.Toggle _ -> "true|false";
        };
    return new Setting(
        parameter.name(),
        parameter.defaultText(),
        "%s (%s)".formatted(range, parameter.defaultText()),
        parameter.description());
  }
}
