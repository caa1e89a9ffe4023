package dev.darkroom.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes a plug-in away.
@Command(name = "remove", description = "Takes an installed plug-in and all its versions away.")
final class RemovePluginCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", description = "See `darkroom plugins list`.")
  private String id = "";

  @Override
  public Integer call() {
    Workplace.shelf(spec.commandLine()).remove(id);
    PrintWriter out = spec.commandLine().getOut();
    out.println(id + " is removed.");
    out.flush();
    return ExitCode.OK.number();
  }
}
