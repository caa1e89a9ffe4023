package dev.darkroom.app.cli;

import picocli.CommandLine;

/// The option that keeps a command from using a host.
final class LocalOption {

  static final String NAME = "--local";

  private static final String VARIABLE = "DARKROOM_HOST";

  private LocalOption() {}

  /// Whether everything is to happen in this process.
  static boolean isOn(CommandLine command) {
    return InheritedOption.isGiven(command, NAME) || "off".equals(System.getenv(VARIABLE));
  }
}
