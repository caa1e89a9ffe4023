package dev.darkroom.core.plugin.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A process that changes a folder of plug-ins and comes to a halt in the middle of it.
///
/// @param said that it halts, or that it is done
record StoreProcess(Process process, String said) implements AutoCloseable {

  private static final String HALTED = "halted";
  private static final String DONE = "done";

  /// @param step the number of the step, from 0, before which it halts
  static StoreProcess start(StoreOperation operation, Path folder, int step) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                StoreProcess.class.getName(),
                operation.name(),
                folder.toString(),
                String.valueOf(step))
            .redirectErrorStream(true)
            .start();
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    return new StoreProcess(process, String.valueOf(out.readLine()));
  }

  /// These classes, and the modules of this test.
  private static String classPath() throws URISyntaxException {
    Path classes = Path.of(StoreProcess.class.getResource("StoreProcess.class").toURI());
    for (int depth = 0; depth <= StoreProcess.class.getPackageName().split("\\.").length; depth++) {
      classes = classes.getParent();
    }
    return classes + File.pathSeparator + System.getProperty("jdk.module.path");
  }

  boolean isHalted() {
    if (!said.equals(HALTED) && !said.equals(DONE)) {
      throw new AssertionError("the process said: " + said);
    }
    return said.equals(HALTED);
  }

  /// As `kill -9` does.
  @Override
  public void close() throws IOException {
    process.destroyForcibly().onExit().join();
  }

  static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]);
    int last = Integer.parseInt(args[2]);
    int[] steps = {0};
    Runnable halt =
        () -> {
          if (steps[0]++ == last) {
            System.out.println(HALTED);
            pause();
          }
        };
    StoreOperation.valueOf(args[0]).perform(new PluginStore(folder, halt), folder);
    System.out.println(DONE);
  }

  private static void pause() {
    try {
      TimeUnit.MINUTES.sleep(5);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
