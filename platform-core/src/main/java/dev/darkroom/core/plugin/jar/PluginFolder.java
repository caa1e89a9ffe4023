package dev.darkroom.core.plugin.jar;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.info.DescriptorText;
import dev.darkroom.core.plugin.info.PluginDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A private copy of a plug-in: its jar, the jars of its libraries, and the files of its signature.
/// Java loads classes from here and not from the user's file, because overwriting a jar in place
/// breaks everything that was loaded from it.
///
/// @param jar named after id and version, as a jar without a module name is named after its file
/// @param libraries jars, in the order of their names
public record PluginFolder(Path jar, List<Path> libraries) {

  private static final String LIBRARY_FOLDER = "lib";

  public PluginFolder {
    libraries = List.copyOf(libraries);
  }

  /// Makes a private copy in an empty folder.
  ///
  /// @param source the user's jar
  /// @param endings of the files beside it that come along, behind the name of the jar
  /// @throws InvalidRequestException if it is no plug-in
  public static PluginFolder copy(Path source, Path folder, List<String> endings)
      throws IOException {
    String name = String.valueOf(source.getFileName());
    if (!Files.isRegularFile(source)) {
      throw new InvalidRequestException("plugin", source + " is no file. Name a plug-in's jar.");
    }
    Path copy = Files.copy(source, folder.resolve("copy.jar"));
    Archive archive = new Archive(copy, name);
    PluginDescriptor descriptor = archive.descriptor().descriptor();
    archive.requireIntact();
    List<Path> libraries = archive.extractLibraries(folder.resolve(LIBRARY_FOLDER));
    Path jar = folder.resolve("%s-%s.jar".formatted(descriptor.id(), descriptor.version()));
    Files.move(copy, jar);
    for (String ending : endings) {
      Path beside = source.resolveSibling(name + ending);
      if (Files.isRegularFile(beside)) {
        Files.copy(beside, jar.resolveSibling(jar.getFileName() + ending));
      }
    }
    return new PluginFolder(jar, libraries);
  }

  /// A copy that was made before.
  public static PluginFolder in(Path folder, PluginDescriptor descriptor) throws IOException {
    Path jar = folder.resolve("%s-%s.jar".formatted(descriptor.id(), descriptor.version()));
    Path libraries = folder.resolve(LIBRARY_FOLDER);
    if (!Files.isDirectory(libraries)) {
      return new PluginFolder(jar, List.of());
    }
    try (Stream<Path> files = Files.list(libraries)) {
      return new PluginFolder(jar, files.sorted().toList());
    }
  }

  /// What the jar says of itself.
  public DescriptorText text() {
    return new Archive(jar, String.valueOf(jar.getFileName())).descriptor();
  }

  /// All jars, the plug-in's own first.
  public List<Path> jars() {
    return Stream.concat(Stream.of(jar), libraries.stream()).toList();
  }

  /// The hash of the plug-in's own jar.
  ///
  /// @param hashes those of [#hashes(Path)] for this copy's folder
  public String sha256(Map<String, String> hashes) {
    String name = String.valueOf(jar.getFileName());
    return Objects.requireNonNull(hashes.get(name), name);
  }

  /// The hash of every file below a folder, by path from there.
  public static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(folder.relativize(file).toString().replace('\\', '/'), Sha256.of(file));
      }
    }
    return hashes;
  }
}
