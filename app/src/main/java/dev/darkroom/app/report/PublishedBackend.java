package dev.darkroom.app.report;

import dev.darkroom.app.ProgramVersion;
import java.util.List;

/// A backend that Darkroom publishes, whether it is installed here or not.
///
/// @param id the backend's id
/// @param title its name for people
/// @param artifact its name in Maven's repositories, group `dev.darkroom`
public record PublishedBackend(String id, String title, String artifact) {

  private static final List<PublishedBackend> ALL =
      List.of(
          new PublishedBackend("backend.onnx", "ONNX Runtime", "darkroom-backend-onnx"),
          new PublishedBackend("backend.djl", "PyTorch (DJL)", "darkroom-backend-djl"),
          new PublishedBackend("backend.tf", "TensorFlow", "darkroom-backend-tf"));

  /// Those that are not among the installed ones.
  public static List<PublishedBackend> missing(List<String> installed) {
    return ALL.stream().filter(backend -> !installed.contains(backend.id())).toList();
  }

  /// How to get it.
  public String remedy() {
    return "not installed; put %s-%s.jar and the libraries that it names into Darkroom's lib folder, or add dev.darkroom:%s to your build"
        .formatted(artifact, ProgramVersion.version(), artifact);
  }
}
