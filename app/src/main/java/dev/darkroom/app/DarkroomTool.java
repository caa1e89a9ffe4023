package dev.darkroom.app;

import dev.darkroom.app.cli.DarkroomCommand;
import dev.darkroom.core.spi.Cancellation;
import java.io.PrintWriter;
import java.util.spi.ToolProvider;

/// The command line for Java programs: `ToolProvider.findFirst("darkroom")` runs commands without
/// another process.
public final class DarkroomTool implements ToolProvider {

  @Override
  public String name() {
    return "darkroom";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    return DarkroomCommand.commandLine(Cancellation.none())
        .setOut(out)
        .setErr(err)
        .execute(arguments);
  }
}
