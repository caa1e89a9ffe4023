package dev.darkroom.app.maven;

import dev.darkroom.app.tool.PrivateTool;
import dev.darkroom.core.error.InvalidRequestException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Fetches plug-ins by their Maven coordinates.
///
/// @param tool does it
/// @param home the user's folder `.m2`: its settings and local repository are used
public record MavenFetch(PrivateTool tool, Path home) {

  private static final Pattern COORDINATES = Pattern.compile("[^:/\\\\]+:[^:/\\\\]+:[^:/\\\\]+");

  /// Which versions are taken.
  public enum Versions {
    RELEASES,
    SNAPSHOTS_TOO
  }

  /// For the user of this process, with the tool in the folder of this Darkroom.
  ///
  /// @throws InvalidRequestException if Darkroom was not started from its folder
  public static MavenFetch ofUser() {
    PrivateTool tool =
        PrivateTool.find("darkroom-maven", "maven")
            .orElseThrow(() ->
                new InvalidRequestException(
                    "plugin",
                    "there is no folder \"maven\" with the tool that fetches plug-ins beside this"
                        + " Darkroom's jars; start Darkroom by its bin/darkroom."));
    return new MavenFetch(tool, Path.of(System.getProperty("user.home"), ".m2"));
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
    int code = tool.run(new PrintWriter(out), err, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new InvalidRequestException("plugin", err.reason());
    }
    return Path.of(out.toString().strip());
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
