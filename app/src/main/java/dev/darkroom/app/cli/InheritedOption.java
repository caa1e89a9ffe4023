package dev.darkroom.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// Options of the program that may stand behind any command.
final class InheritedOption {

  private InheritedOption() {}

  /// Whether the option was given to the command or to one around it.
  static boolean isGiven(CommandLine command, String name) {
    for (CommandLine at = command; at != null; at = at.getParent()) {
      ParseResult parsed = at.getParseResult();
      if (parsed != null && parsed.hasMatchedOption(name)) {
        return true;
      }
    }
    return false;
  }
}
