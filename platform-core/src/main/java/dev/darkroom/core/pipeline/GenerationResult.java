package dev.darkroom.core.pipeline;

import java.nio.file.Path;
import java.util.List;

/// The pictures of one request, in the order of their seeds; at least one.
public record GenerationResult(List<Picture> pictures) {

  public GenerationResult {
    pictures = List.copyOf(pictures);
  }

  /// Writes the first picture as PNG with its recipe; an existing file is replaced.
  ///
  /// @throws dev.darkroom.core.error.InvalidRequestException if the file cannot be written
  public void save(Path file) {
    pictures.getFirst().save(file);
  }
}
