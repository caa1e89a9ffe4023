package dev.darkroom.app.cli;

import dev.darkroom.app.studio.EngineChoice;
import dev.darkroom.core.DarkroomOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Where and how precisely a command computes; notices go to standard error.
final class EngineOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Mixin private final EngineChoice choice = new EngineChoice();

  EngineChoice choice() {
    return choice;
  }

  /// `options` with what was given.
  DarkroomOptions applyTo(DarkroomOptions options) {
    return choice.applyTo(
        options.withNotices(
            notice -> command.commandLine().getErr().println("darkroom: " + notice)));
  }

  /// Whether a backend was named.
  boolean namesBackend() {
    return choice.namesBackend();
  }

  /// Whether every backend is meant.
  boolean meansAll() {
    return choice.meansAll();
  }

  /// The defaults with what was given.
  DarkroomOptions options() {
    return applyTo(DarkroomOptions.defaults());
  }
}
