package dev.darkroom.app.cli;

import dev.darkroom.core.plugin.PluginHostOptions;
import picocli.CommandLine;

/// The option that leaves installed plug-ins aside.
final class SafeOption {

  static final String NAME = "--safe";

  private SafeOption() {}

  static boolean isOn(CommandLine command) {
    return InheritedOption.isGiven(command, NAME);
  }

  static PluginHostOptions.Mode mode(CommandLine command) {
    return isOn(command) ? PluginHostOptions.Mode.SAFE : PluginHostOptions.Mode.NORMAL;
  }
}
