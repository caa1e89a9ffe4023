package dev.darkroom.app;

import dev.darkroom.app.cli.DarkroomCommand;
import dev.darkroom.core.spi.Cancellation;

/// The entry point of the program.
public final class Main {

  private Main() {}

  /// Runs one command and exits with its code.
  public static void main(String[] arguments) {
    Cancellation cancellation = Cancellation.create();
    Interruption interruption = Interruption.install(cancellation);
    int code = DarkroomCommand.commandLine(cancellation).execute(arguments);
    System.exit(interruption.finished(code));
  }
}
