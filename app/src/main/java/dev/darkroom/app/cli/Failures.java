package dev.darkroom.app.cli;

import dev.darkroom.app.client.HostAnswerException;
import dev.darkroom.app.host.HostRefusedException;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.error.DarkroomException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Shows a failure as one line, and its stack trace only where `--stacktrace` asks for it.
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private static final String PREFIX = "darkroom: ";

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String message = oneLine(String.valueOf(failure.getMessage()));
    String help = "See \"%s --help\".".formatted(command.getCommandSpec().qualifiedName());
    command.getErr().println(PREFIX + message + suggestion(failure) + " " + help);
    return ExitCode.INVALID_REQUEST.number();
  }

  private static String suggestion(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> similar = unmatched.getSuggestions();
      return similar.isEmpty() ? "." : "; did you mean " + String.join(" or ", similar) + "?";
    }
    return ".";
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    return report(failure, command);
  }

  /// Shows a failure and gives the exit code.
  static int report(Throwable failure, CommandLine command) {
    PrintWriter err = command.getErr();
    err.println(failure instanceof CancelledException ? failure.getMessage() : line(failure));
    if (StackTraceOption.isOn(command)) {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.of(failure).number();
  }

  private static String line(Throwable failure) {
    return PREFIX
        + switch (failure) {
          case DarkroomException expected -> oneLine(String.valueOf(expected.getMessage()));
          case HostRefusedException refused -> oneLine(String.valueOf(refused.getMessage()));
          case HostAnswerException answer -> oneLine(String.valueOf(answer.getMessage()));
          case IOException file -> oneLine(file.toString());
          case OutOfMemoryError memory ->
              "out of memory (%s); a smaller picture or batch may fit."
                  .formatted(memory.getMessage());
          default -> "unexpected failure: %s (--stacktrace shows where)".formatted(failure);
        };
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s*\\R\\s*", " ");
  }
}
