package dev.darkroom.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// The option that shows where a failure comes from.
final class StackTraceOption {

  static final String NAME = "--stacktrace";

  private StackTraceOption() {}

  /// Whether the option was given to the command or to one around it.
  static boolean isOn(CommandLine command) {
    for (CommandLine at = command; at != null; at = at.getParent()) {
      ParseResult parsed = at.getParseResult();
      if (parsed != null && parsed.hasMatchedOption(NAME)) {
        return true;
      }
    }
    return false;
  }
}
