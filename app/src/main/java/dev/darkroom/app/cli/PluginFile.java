package dev.darkroom.app.cli;

import dev.darkroom.app.ScratchFolder;
import dev.darkroom.app.maven.MavenFetch;
import dev.darkroom.app.sigstore.SigstoreSignatures;
import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The jar of a plug-in that the user named.
///
/// @param fetched the folder that it was fetched or copied to, which goes away on closing; empty for the
///     user's own file
record PluginFile(Path jar, Optional<ScratchFolder> fetched) implements AutoCloseable {

  /// Fetches what is no file and has the form of Maven coordinates.
  ///
  /// @param name of a file, or `GROUP:ARTIFACT:VERSION`
  /// @param progress is told of every file that is fetched
  /// @throws InvalidRequestException if it cannot be fetched
  static PluginFile of(String name, MavenFetch.Versions versions, PrintWriter progress) {
    Optional<Path> file = path(name);
    if (MavenFetch.isCoordinates(name) && file.filter(Files::exists).isEmpty()) {
      return fetch(name, versions, progress);
    }
    return new PluginFile(
        file.orElseThrow(() ->
            new InvalidRequestException(
                "plugin", "\"%s\" is no name of a file. Name a plug-in's jar.".formatted(name))),
        Optional.empty());
  }

  private static Optional<Path> path(String name) {
    try {
      return Optional.of(Path.of(name));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// The same with the file of its signature beside it, wherever that lies: a copy of both.
  ///
  /// @throws InvalidRequestException if one of them cannot be read
  PluginFile with(Path signature) {
    ScratchFolder folder = fetched.orElseGet(() -> ScratchFolder.make("signed"));
    Path copy = folder.path().resolve(String.valueOf(jar.getFileName()));
    String ending = signature.toString().endsWith(".sig") ? ".sig" : SigstoreSignatures.ENDING;
    try {
      if (!copy.equals(jar)) {
        Files.copy(jar, copy);
      }
      Files.copy(
          signature,
          folder.path().resolve(copy.getFileName() + ending),
          StandardCopyOption.REPLACE_EXISTING);
      return new PluginFile(copy, Optional.of(folder));
    } catch (IOException e) {
      folder.close();
      throw new InvalidRequestException(
          "signature", "%s or %s cannot be read (%s).".formatted(signature, jar, e), e);
    }
  }

  private static PluginFile fetch(
      String coordinates, MavenFetch.Versions versions, PrintWriter progress) {
    ScratchFolder folder = ScratchFolder.make("fetch");
    try {
      Path jar = MavenFetch.ofUser().fetch(coordinates, folder.path(), versions, progress);
      return new PluginFile(jar, Optional.of(folder));
    } catch (InvalidRequestException e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public void close() {
    fetched.ifPresent(ScratchFolder::close);
  }
}
