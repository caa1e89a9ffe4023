package dev.darkroom.core.plugin.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.jar.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What follows from the state file: which copies and which temporary files are nobody's, and what the
/// lock file says.
///
/// @param folder of everything
/// @param copies the folder of the private copies
/// @param lockFile written after each change
record Leftovers(Path folder, Path copies, Path lockFile) {

  private static final Pattern TEMPORARY = Pattern.compile("\\.darkroom-.*\\.part");

  /// Whether there is nothing to put right.
  boolean isRight(StoreState state) {
    try {
      return unused(state).isEmpty() && isLocked(state);
    } catch (IOException | UncheckedIOException _) {
      return false;
    }
  }

  /// To be called while no other process makes a change. Never throws: what cannot be put right now is
  /// tried again.
  ///
  /// @param step called between any two things that are done to the disk
  void putRight(StoreState state, Runnable step) {
    try {
      step.run();
      if (!isLocked(state)) {
        StateFile.writeDurably(lockFile, LockText.of(state).getBytes(UTF_8));
        step.run();
      }
      for (Path path : unused(state)) {
        Trees.delete(path);
        step.run();
      }
    } catch (IOException | UncheckedIOException | InvalidRequestException e) {
      System.getLogger(Leftovers.class.getName())
          .log(System.Logger.Level.DEBUG, "leftovers stay in " + folder, e);
    }
  }

  private boolean isLocked(StoreState state) throws IOException {
    try {
      return Arrays.equals(Files.readAllBytes(lockFile), LockText.of(state).getBytes(UTF_8));
    } catch (NoSuchFileException _) {
      return state.plugins().isEmpty();
    }
  }

  private List<Path> unused(StoreState state) throws IOException {
    Set<String> used =
        state.plugins().stream()
            .flatMap(e -> Stream.concat(Stream.of(e.current()), e.previous().stream()))
            .map(Release::sha256)
            .collect(Collectors.toSet());
    List<Path> unused = new ArrayList<>();
    unused.addAll(found(folder, name -> TEMPORARY.matcher(name).matches()));
    unused.addAll(found(copies, name -> !used.contains(name)));
    return unused;
  }

  private static List<Path> found(Path folder, Predicate<String> isMeant) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(path -> isMeant.test(String.valueOf(path.getFileName()))).toList();
    } catch (NoSuchFileException _) {
      return List.of(); // nothing was installed yet
    }
  }
}
