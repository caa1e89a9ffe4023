package dev.darkroom.core.plugin.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders with all that is in them.
public final class Trees {

  private Trees() {}

  /// Deletes a folder. What cannot be deleted stays and is tried again with the next change.
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.getLogger(Trees.class.getName())
          .log(System.Logger.Level.DEBUG, folder + " cannot be deleted yet", e);
    }
  }

  /// Copies a folder to a place where nothing is.
  public static void copy(Path folder, Path target) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.toList()) {
        Files.copy(path, target.resolve(folder.relativize(path)));
      }
    }
  }

  /// Returns when all files below a folder are on the disk.
  public static void force(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        forceFile(file);
      }
    }
  }

  private static void forceFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
