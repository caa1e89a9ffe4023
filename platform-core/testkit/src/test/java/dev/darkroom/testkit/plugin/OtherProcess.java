package dev.darkroom.testkit.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Another Darkroom on the same folder of plug-ins, in a process of its own. It prints a line for each
/// installed plug-in: id, state and reason.
record OtherProcess(Path program) {

  private static final String SOURCE =
      """
      package other;

      import dev.darkroom.core.plugin.PluginHost;
      import dev.darkroom.core.plugin.PluginHostOptions;
      import java.nio.file.Path;

      public final class Other {
        public static void main(String[] args) {
          try (PluginHost host = PluginHost.open(PluginHostOptions.in(Path.of(args[0])))) {
            host.installed()
                .forEach(p -> System.out.println(p.id() + " " + p.state() + " " + p.status().reason()));
          }
        }
      }
      """;

  static OtherProcess in(Path folder) throws IOException {
    return new OtherProcess(
        ExtensionJar.library("other").source("other/Other.java", SOURCE).build(folder));
  }

  /// Runs to its end.
  List<String> lines(Path plugins) throws IOException {
    Process process = start(plugins, Map.of());
    try (BufferedReader out = output(process)) {
      return out.lines().toList();
    }
  }

  /// Runs until a plug-in prints a line, and is killed then.
  void killWhenItPrints(String line, Path plugins, Map<String, String> environment)
      throws IOException {
    Process process = start(plugins, environment);
    try (BufferedReader out = output(process)) {
      String said = out.readLine();
      if (!line.equals(said)) {
        throw new AssertionError("it said " + said);
      }
      process.destroyForcibly().onExit().join();
    }
  }

  private Process start(Path plugins, Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--module-path",
            System.getProperty("jdk.module.path"),
            "--add-modules",
            "dev.darkroom.core",
            "--class-path",
            program.toString(),
            "other.Other",
            plugins.toString());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }
}
