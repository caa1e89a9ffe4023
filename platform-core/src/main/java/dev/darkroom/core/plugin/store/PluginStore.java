package dev.darkroom.core.plugin.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.jar.PluginFolder;
import dev.darkroom.core.plugin.jar.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder of installed plug-ins.
public final class PluginStore implements Copies {

  private static final String LOCK_FILE = "plugins.lock";

  private final Path folder;
  private final Path copies;
  private final StateFile file;
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
    try (FolderLock _ = FolderLock.of(folder)) {
      StoreState old = withDeadStarts(file.read());
      StoreState changed = change.apply(old);
      step.run();
      file.write(changed);
      step.run();
      StateFile.writeDurably(folder.resolve(LOCK_FILE), LockText.of(changed).getBytes(UTF_8));
      step.run();
      removeUnused(changed);
      return changed;
    }
  }

  /// Whether a process died while it started a plug-in, which [#change] would count.
  public boolean hasDeadStarts() {
    return marks.hasDead();
  }

  private StoreState withDeadStarts(StoreState state) {
    StoreState counted = state;
    for (String id : marks.takeDead()) {
      Optional<Entry> entry = counted.find(id);
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
    if (Files.isDirectory(target) && !isIntact(release)) {
      Trees.delete(target);
    }
    if (!Files.isDirectory(target)) {
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
    }
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

  private void removeUnused(StoreState state) {
    Set<String> used =
        state.plugins().stream()
            .flatMap(e -> Stream.concat(Stream.of(e.current()), e.previous().stream()))
            .map(Release::sha256)
            .collect(Collectors.toSet());
    try (Stream<Path> found = Files.list(copies)) {
      for (Path copy : found.toList()) {
        if (!used.contains(String.valueOf(copy.getFileName()))) {
          Trees.delete(copy);
        }
      }
    } catch (NoSuchFileException _) {
      // nothing was installed yet
    } catch (IOException e) {
      System.getLogger(PluginStore.class.getName())
          .log(System.Logger.Level.DEBUG, "unused copies stay in " + copies, e);
    }
  }

  /// The lock file's text for a state.
  public static String lockText(StoreState state) {
    return LockText.of(state);
  }
}
