package dev.darkroom.core.plugin.store;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.jar.PluginFolder;
import dev.darkroom.core.plugin.jar.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The folder of installed plug-ins.
public final class PluginStore implements Copies {

  private static final String LOCK_FILE = "plugins.lock";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path folder;
  private final Path copies;
  private final StateFile file;
  private final Leftovers leftovers;
  private final StartMarks marks;
  private final Runnable step;

  /// @param folder made when something is installed
  public PluginStore(Path folder) {
    this(folder, () -> {});
  }

  /// @param step called between any two things that are done to the disk
  PluginStore(Path folder, Runnable step) {
    this.folder = folder;
    this.copies = folder.resolve("store");
    this.file = new StateFile(folder.resolve("state.json"));
    this.leftovers = new Leftovers(folder, copies, folder.resolve(LOCK_FILE));
    this.marks = new StartMarks(folder.resolve("starting"));
    this.step = step;
  }

  /// @throws InvalidRequestException if the state cannot be read
  public StoreState state() {
    return file.read();
  }

  /// Changes what is installed, while no other process does.
  ///
  /// @param change given the state as it is now; what it throws leaves everything as it was
  /// @return the new state
  public StoreState change(UnaryOperator<StoreState> change) {
    try (FolderLock _ = FolderLock.of(folder, PATIENCE)) {
      StoreState kept = file.read();
      try {
        List<StartMarks.Mark> dead = marks.dead();
        StoreState changed = change.apply(withDeadStarts(kept, dead));
        step.run();
        file.write(changed);
        kept = changed; // from here on nothing fails any more
        dead.forEach(mark -> marks.end(mark.file()));
        return changed;
      } finally {
        leftovers.putRight(kept, step);
      }
    }
  }

  /// Takes away what a process left behind that died during a change. Does nothing while another process
  /// makes one, and nothing where the folder cannot be written to.
  public void tidy() {
    try {
      if (Files.isDirectory(folder) && !leftovers.isRight(file.read())) {
        try (FolderLock _ = FolderLock.of(folder, Duration.ZERO)) {
          leftovers.putRight(file.read(), step);
        }
      }
    } catch (InvalidRequestException e) {
      System.getLogger(PluginStore.class.getName())
          .log(System.Logger.Level.DEBUG, "leftovers stay in " + folder, e);
    }
  }

  /// Makes a store of its own of everything that is installed now.
  ///
  /// @param other a folder that is not there yet
  /// @throws InvalidRequestException if it cannot be made
  public PluginStore copyTo(Path other) {
    PluginStore copy = new PluginStore(other);
    if (Files.isDirectory(copies)) {
      try (FolderLock _ = FolderLock.of(folder, PATIENCE)) {
        Files.createDirectories(other);
        Trees.copy(copies, copy.copies);
        copy.file.write(file.read());
      } catch (IOException e) {
        throw new InvalidRequestException(
            "plugins", "%s cannot be copied to %s (%s).".formatted(folder, other, e), e);
      }
    }
    return copy;
  }

  /// Whether a process died while it started a plug-in, which [#change] would count.
  public boolean hasDeadStarts() {
    return !marks.dead().isEmpty();
  }

  private static StoreState withDeadStarts(StoreState state, List<StartMarks.Mark> dead) {
    StoreState counted = state;
    for (StartMarks.Mark mark : dead) {
      Optional<Entry> entry = counted.find(mark.id());
      if (entry.isPresent()) {
        counted = counted.with(entry.get().failed("Darkroom ended while it started."));
      }
    }
    return counted;
  }

  /// Puts a private copy of a jar into the store, where it lies unused until the state names it. To be
  /// called within [#change].
  ///
  /// @param endings of the files of its signature
  /// @return the release, without signature and permissions
  public Release add(Path jar, List<String> endings) {
    Path staging = copies.resolve(".new-" + UUID.randomUUID());
    try {
      Files.createDirectories(staging);
      step.run();
      PluginFolder copy = PluginFolder.copy(jar, staging, endings);
      step.run();
      Map<String, String> files = PluginFolder.hashes(staging);
      String sha256 = copy.sha256(files);
      Release release =
          new Release(
              sha256, files, copy.text().fields(), "", List.of(), jar.toAbsolutePath().toString());
      Trees.force(staging);
      step.run();
      putInPlace(staging, release);
      step.run();
      return release;
    } catch (IOException e) {
      throw new InvalidRequestException(
          "plugin", "%s cannot be copied to %s (%s).".formatted(jar, copies, e), e);
    } finally {
      Trees.delete(staging);
    }
  }

  private void putInPlace(Path staging, Release release) throws IOException {
    Path target = copies.resolve(release.sha256());
    if (Files.isDirectory(target)) {
      if (isIntact(release)) {
        return;
      }
      Files.move(target, copies.resolve(".old-" + UUID.randomUUID()), ATOMIC_MOVE);
      step.run();
    }
    Files.move(staging, target, ATOMIC_MOVE);
  }

  @Override
  public PluginFolder folder(Release release) throws IOException {
    return PluginFolder.in(copies.resolve(release.sha256()), release.parsed());
  }

  /// Whether the private copy is, file by file, what was installed.
  public boolean isIntact(Release release) throws IOException {
    return changedFiles(release).isEmpty();
  }

  @Override
  public List<String> changedFiles(Release release) throws IOException {
    Path copy = copies.resolve(release.sha256());
    Map<String, String> now =
        Files.isDirectory(copy) ? PluginFolder.hashes(copy) : Map.<String, String>of();
    List<String> changed = new ArrayList<>();
    Stream.concat(now.keySet().stream(), release.files().keySet().stream())
        .distinct()
        .sorted()
        .filter(name -> !release.files().getOrDefault(name, "").equals(now.get(name)))
        .forEach(changed::add);
    return changed;
  }

  /// Notes that a plug-in is being started, for the case that this process does not survive it.
  public Optional<Path> beginStart(String id) {
    return marks.begin(id);
  }

  public void endStart(Path mark) {
    marks.end(mark);
  }

  /// The lock file's text for a state.
  public static String lockText(StoreState state) {
    return LockText.of(state);
  }
}
