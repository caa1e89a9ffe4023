package dev.darkroom.app.bench;

import dev.darkroom.app.OwnProgram;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.spi.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Measures one engine in a process of its own, so that its memory is not mixed with that of others and
/// its failure ends nothing else.
///
/// @param program how this process was started, up to the program's own arguments
/// @param cancellation ends the process
public record EngineBench(List<String> program, Cancellation cancellation) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Starts what this process was started with.
  ///
  /// @param arguments number of the program's own arguments
  /// @throws BackendException where the system does not tell how the process was started
  public static EngineBench ofThisProgram(int arguments, Cancellation cancellation) {
    return new EngineBench(OwnProgram.commandLine(arguments), cancellation);
  }

  /// Runs `bench` with these arguments.
  ///
  /// @throws BackendException if the process fails; says what it said
  public ShapeReport run(List<String> arguments) {
    List<String> command =
        Stream.of(program, List.of("bench", "--json"), arguments).flatMap(List::stream).toList();
    try {
      Process process = new ProcessBuilder(command).start();
      try (Cancellation.Registration _ = cancellation.onCancel(process::destroy)) {
        // beside this thread, as either stream may fill up while the other one is read
        FutureTask<String> complaints = new FutureTask<>(() -> text(process.getErrorStream()));
        Thread.ofVirtual().start(complaints);
        String said = text(process.getInputStream());
        int code = process.waitFor();
        cancellation.check();
        return code == 0 ? report(said) : failed(complaints.get());
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), e);
    } catch (ExecutionException e) {
      throw new BackendException("The measuring process cannot be read: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BackendException("Interrupted while another process measured.");
    }
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static ShapeReport report(String said) {
    int start = said.indexOf('{'); // engines may greet on standard output
    try {
      return JSON.readValue(said.substring(Math.max(start, 0)), ShapeReport.class);
    } catch (JacksonException e) {
      throw new BackendException("The measuring process said no result but: " + said, e);
    }
  }

  /// The last line says why; before it engines may have warned.
  private static ShapeReport failed(String complaints) {
    String reason = complaints.lines().reduce((_, last) -> last).orElse("it ended without a word");
    throw new BackendException("The measuring process failed: " + reason);
  }
}
