package dev.darkroom.app.maven;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Fetches plug-ins by their Maven coordinates.
///
/// @param tool the folder with the jars of the tool that does it
/// @param home the user's folder `.m2`: its settings and local repository are used
public record MavenFetch(Path tool, Path home) {

  private static final Pattern COORDINATES = Pattern.compile("[^:/\\\\]+:[^:/\\\\]+:[^:/\\\\]+");
  private static final String NAME = "darkroom-maven";

  /// Which versions are taken.
  public enum Versions {
    RELEASES,
    SNAPSHOTS_TOO
  }

  /// For the user of this process, with the tool in the folder of this Darkroom.
  ///
  /// @throws InvalidRequestException if Darkroom was not started from its folder
  public static MavenFetch ofUser() {
    return new MavenFetch(ToolFolder.find(), Path.of(System.getProperty("user.home"), ".m2"));
  }

  /// Whether a text has the form `GROUP:ARTIFACT:VERSION`.
  public static boolean isCoordinates(String text) {
    return COORDINATES.matcher(text).matches();
  }

  /// Fetches a plug-in; its libraries are in its jar, its signature, if it has one, beside it.
  ///
  /// @param coordinates `GROUP:ARTIFACT:VERSION`, an exact version
  /// @param progress is told of every file that is fetched
  /// @return the jar, in `folder`
  /// @throws InvalidRequestException if it cannot be had; the message says why
  public Path fetch(String coordinates, Path folder, Versions versions, PrintWriter progress) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of(home.toString(), folder.toString(), coordinates));
    if (versions == Versions.SNAPSHOTS_TOO) {
      arguments.add("--snapshots");
    }
    StringWriter out = new StringWriter();
    Lines err = new Lines(progress);
    int code = run(new PrintWriter(out), err, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new InvalidRequestException("plugin", err.reason());
    }
    return Path.of(out.toString().strip());
  }

  private int run(PrintWriter out, PrintWriter err, String... arguments) {
    try (URLClassLoader loader =
        new URLClassLoader(NAME, jars(), ClassLoader.getPlatformClassLoader())) {
      return ServiceLoader.load(ToolProvider.class, loader).stream()
          .map(ServiceLoader.Provider::get)
          .filter(provider -> provider.name().equals(NAME))
          .findFirst()
          .orElseThrow(() ->
              new InvalidRequestException(
                  "plugin",
                  "There is no tool for Maven in %s. Install Darkroom again.".formatted(tool)))
          .run(out, err, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URL[] jars() throws IOException {
    List<URL> jars = new ArrayList<>();
    try (Stream<Path> files = Files.list(tool)) {
      for (Path file : files.sorted().toList()) {
        jars.add(url(file));
      }
    }
    return jars.toArray(URL[]::new);
  }

  private static URL url(Path file) throws MalformedURLException {
    return file.toUri().toURL();
  }

  /// Passes lines of progress on, and keeps what is no such line: why the tool failed.
  private static final class Lines extends PrintWriter {

    private static final String PROGRESS = "fetched ";

    private final List<String> reasons = new ArrayList<>();
    private final PrintWriter progress;

    Lines(PrintWriter progress) {
      super(Writer.nullWriter());
      this.progress = progress;
    }

    @Override
    public void println(String line) {
      if (line.startsWith(PROGRESS)) {
        progress.println(line);
        progress.flush();
      } else {
        reasons.add(line);
      }
    }

    String reason() {
      return String.join(" ", reasons);
    }
  }
}
