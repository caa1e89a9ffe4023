package dev.darkroom.app.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command that is run with the plug-in under development, in a process of its own, so that whatever
/// the plug-in does ends that process only. One thread at a time.
public final class PluginProcess implements AutoCloseable {

  private final List<String> command;
  private final Path plugins;
  private @Nullable Process process;

  /// @param command the program with its arguments; empty for none
  /// @param plugins the folder of installed plug-ins that it uses
  public PluginProcess(List<String> command, Path plugins) {
    this.command = List.copyOf(command);
    this.plugins = plugins;
  }

  /// Ends the command if it is under way, and starts it anew. It reads and writes where this process
  /// does.
  public void restart() {
    close();
    if (command.isEmpty()) {
      return;
    }
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("DARKROOM_HOST", "off"); // a host that runs has no such plug-in
    builder.environment().put("DARKROOM_PLUGINS", plugins.toString());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), e);
    }
  }

  /// Asks the command to end and waits until it has.
  @Override
  public void close() {
    Process running = process;
    if (running != null) {
      running.destroy();
      running.onExit().join();
      process = null;
    }
  }
}
