package dev.darkroom.app.cli;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.BackendProvider;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Lists backends and their devices.
@Command(name = "backends", description = "Lists backends and devices, and why one cannot be used.")
final class BackendsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final JsonOption json = new JsonOption();

  /// All backends, preferred ones first.
  record Report(List<Row> backends) {}

  /// One backend.
  record Row(String id, String title, boolean usable, String detail, List<Place> devices) {}

  /// One device of a backend.
  record Place(String id, boolean usable, String detail) {}

  @Override
  public Integer call() {
    List<Row> rows =
        PluginCatalog.load().all(BackendProvider.class).stream().map(BackendsCommand::row).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, new Report(rows));
    } else {
      print(rows, out);
    }
    return ExitCode.OK.number();
  }

  static Row row(BackendProvider provider) {
    Availability availability = provider.probe();
    List<Place> devices =
        provider.devices().stream()
            .map(device ->
                new Place(
                    device.id(), device.availability().usable(), device.availability().detail()))
            .toList();
    return new Row(
        provider.id(), provider.title(), availability.usable(), availability.detail(), devices);
  }

  private static void print(List<Row> rows, PrintWriter out) {
    TextTable table = new TextTable().row("BACKEND", "DEVICE", "USABLE", "DETAIL");
    for (Row row : rows) {
      table.row(row.id(), "", word(row.usable()), row.detail());
      row.devices().forEach(d -> table.row("", d.id(), word(d.usable()), d.detail()));
    }
    table.print(out);
  }

  private static String word(boolean usable) {
    return usable ? "yes" : "no";
  }
}
