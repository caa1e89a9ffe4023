package dev.darkroom.ext.maven;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/// Which plug-in is meant, to the letter.
record Coordinates(String group, String artifact, String version) {

  private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");
  private static final List<String> MOVING = List.of("LATEST", "RELEASE");
  private static final String SNAPSHOT = "-SNAPSHOT";

  /// Which versions may be asked for.
  enum Versions {
    RELEASES,
    SNAPSHOTS_TOO
  }

  /// Reads `GROUP:ARTIFACT:VERSION`.
  ///
  /// @throws RefusedException if it is not that, or the version may be another one tomorrow
  static Coordinates parse(String text, Versions allowed) throws RefusedException {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new RefusedException(
          "\"%s\" is not of the form GROUP:ARTIFACT:VERSION, as in org.acme:acme-samplers:1.0.0."
              .formatted(text));
    }
    for (String part : parts) {
      if (!PART.matcher(part).matches()) {
        throw new RefusedException(
            "\"%s\" in \"%s\" is no exact name or version; ranges are not taken."
                .formatted(part, text));
      }
    }
    requireFixed(parts[2], allowed);
    return new Coordinates(parts[0], parts[1], parts[2]);
  }

  private static void requireFixed(String version, Versions allowed) throws RefusedException {
    if (MOVING.contains(version)) {
      throw new RefusedException(
          version + " may be another version tomorrow. Name the version that you want.");
    }
    if (version.endsWith(SNAPSHOT) && allowed == Versions.RELEASES) {
      throw new RefusedException(
          version + " may be another jar tomorrow. Add --snapshots if you want it nevertheless.");
    }
  }

  Artifact jar() {
    return new DefaultArtifact(group, artifact, "jar", version);
  }

  /// A signature beside the jar.
  ///
  /// @param ending behind the name of the jar: `.sig`
  Artifact signature(String ending) {
    return new DefaultArtifact(group, artifact, "jar" + ending, version);
  }

  @Override
  public String toString() {
    return String.join(":", group, artifact, version);
  }
}
