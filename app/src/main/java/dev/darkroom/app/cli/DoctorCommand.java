package dev.darkroom.app.cli;

import dev.darkroom.app.ProcessMemory;
import dev.darkroom.app.ProgramVersion;
import dev.darkroom.app.report.BackendReport;
import dev.darkroom.core.Darkroom;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.error.DarkroomException;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Says whether pictures can be made here, and if not, why.
@Command(
    name = "doctor",
    description = {
      "Says whether pictures can be made here, and if not, why.",
      "The exit code is 0 if they can, else the one that `generate` would end with."
    })
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private final ModelOption models = new ModelOption();
  @Mixin private final EngineOptions engine = new EngineOptions();
  @Mixin private final JsonOption json = new JsonOption();

  private final List<Finding> findings = new ArrayList<>();

  /// What was found.
  ///
  /// @param works whether pictures can be made
  record Report(boolean works, List<Finding> findings) {}

  /// One thing that was looked at.
  record Finding(String subject, State state, String detail) {}

  /// How good a finding is.
  enum State {
    OK,
    NOTE,
    FAULT
  }

  @Override
  public Integer call() {
    DarkroomOptions options = engine.options();
    system();
    cache(options.cache());
    int code;
    try (Darkroom darkroom = Darkroom.open(options, Workplace.plugins(spec.commandLine()))) {
      plugins(darkroom.plugins());
      code = generation(darkroom);
    }
    boolean works = findings.stream().noneMatch(finding -> finding.state() == State.FAULT);
    PrintWriter out = spec.commandLine().getOut();
    if (json.asked) {
      JsonOption.write(out, new Report(works, findings));
    } else {
      print(works, out);
    }
    return works || code != 0 ? code : ExitCode.FILE.number();
  }

  private void add(String subject, State state, String detail) {
    findings.add(new Finding(subject, state, detail));
  }

  private void system() {
    add("Darkroom", State.OK, ProgramVersion.version());
    add("Java", State.OK, Runtime.version() + ", " + System.getProperty("java.vm.name"));
    String cores = Runtime.getRuntime().availableProcessors() + " cores";
    String name = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    add("System", State.OK, name + ", " + cores);
    String heap = mebibytes(OptionalLong.of(Runtime.getRuntime().maxMemory()));
    add(
        "Memory",
        State.OK,
        "%s in all, %s free, %s for Java's heap"
            .formatted(
                mebibytes(ProcessMemory.total()), mebibytes(ProcessMemory.available()), heap));
  }

  private static String mebibytes(OptionalLong bytes) {
    return bytes.isPresent() ? (bytes.getAsLong() >> 20) + " MiB" : "unknown";
  }

  private void cache(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".doctor-", ".tmp"));
      long free = Files.getFileStore(folder).getUsableSpace();
      add("Cache", State.OK, folder + ", " + mebibytes(OptionalLong.of(free)) + " free");
    } catch (IOException e) {
      add("Cache", State.FAULT, folder + " cannot be written (" + e + "); set XDG_CACHE_HOME.");
    }
  }

  private void plugins(PluginCatalog plugins) {
    plugins.issues().forEach(issue -> add("Plug-in " + issue.plugin(), State.NOTE, issue.reason()));
    for (BackendProvider provider : plugins.all(BackendProvider.class)) {
      BackendReport.Row row = BackendReport.Row.of(provider);
      add("Backend " + row.id(), row.usable() ? State.OK : State.NOTE, row.detail());
      for (BackendReport.Place device : row.devices()) {
        add("Device " + device.id(), device.usable() ? State.OK : State.NOTE, device.detail());
      }
    }
  }

  /// Opens backend and model as `generate` would.
  private int generation(Darkroom darkroom) {
    try {
      Model model = models.open(darkroom);
      String text = "%s in %s".formatted(model.spec().title(), model.spec().index().location());
      model.request("");
      Backend backend = darkroom.backend();
      add("Engine", State.OK, backend.capabilities().engine());
      add("Model", State.OK, text);
      return ExitCode.OK.number();
    } catch (DarkroomException e) {
      add("Generation", State.FAULT, String.valueOf(e.getMessage()));
      return ExitCode.of(e).number();
    }
  }

  private void print(boolean works, PrintWriter out) {
    TextTable table = new TextTable();
    for (Finding finding : findings) {
      String mark =
          switch (finding.state()) {
            case OK -> "ok";
            case NOTE -> "note";
            case FAULT -> "FAULT";
          };
      table.row(mark, finding.subject(), finding.detail());
    }
    table.print(out);
    out.println(works ? "Pictures can be made here." : "No picture can be made here.");
    out.flush();
  }
}
