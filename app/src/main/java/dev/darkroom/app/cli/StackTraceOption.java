package dev.darkroom.app.cli;

import picocli.CommandLine;

/// The option that shows where a failure comes from.
final class StackTraceOption {

  static final String NAME = "--stacktrace";

  private StackTraceOption() {}

  static boolean isOn(CommandLine command) {
    return InheritedOption.isGiven(command, NAME);
  }
}
