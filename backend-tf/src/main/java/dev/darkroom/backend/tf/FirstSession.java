package dev.darkroom.backend.tf;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.global.tensorflow;

/// The first session of a process, which computes next to nothing. TensorFlow greets it with two
/// lines on standard error that no setting turns off, so standard error is led into a file for those
/// milliseconds, and whatever else arrived there is passed on.
final class FirstSession {

  private static final List<String> GREETING =
      List.of("absl::InitializeLog()", "MLIR V1 optimization pass is not enabled");

  private FirstSession() {}

  /// TensorFlow's version. The first call runs the session, all others remember.
  static String version() {
    return Once.VERSION;
  }

  private static final class Once {
    static final String VERSION = run();

    private static String run() {
      StandardError.find().ifPresentOrElse(FirstSession::quietly, FirstSession::compute);
      return tensorflow.TF_Version().getString();
    }
  }

  private static void quietly(StandardError error) {
    try {
      Path file = Files.createTempFile("darkroom-tf", ".log");
      try {
        error.into(file, FirstSession::compute);
        passOn(Files.readString(file, StandardCharsets.ISO_8859_1));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compute() {
    try (EngineSession session = new EngineSession(1);
        PointerScope _ = new PointerScope()) {
      Emission out = new Emission(session.graph(), StopPoints.none());
      Edge result = out.apply("Neg", out.scalar(1));
      session
          .run("TensorFlow's first session failed", List.of(), List.of(), List.of(result))
          .forEach(EngineTensor::close);
    }
  }

  @SuppressWarnings("resource") // standard error stays open
  private static void passOn(String text) throws IOException {
    FileOutputStream error = new FileOutputStream(FileDescriptor.err);
    for (String line : text.lines().toList()) {
      if (GREETING.stream().noneMatch(line::contains)) {
        error.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }
}
