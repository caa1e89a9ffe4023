package dev.darkroom.ext.maven;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A Maven repository in a folder, as a build that deploys there leaves it.
record FileRepository(Path folder) {

  /// A line of a pom's dependencies: coordinates, and their scope.
  record Need(String coordinates, String scope) {}

  /// Deploys a jar with one file in it.
  Path deploy(String coordinates, String entry, Need... needs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(coordinates.getBytes(StandardCharsets.UTF_8));
    }
    String[] parts = coordinates.split(":", -1);
    write(coordinates, "pom", pom(parts, List.of(needs)).getBytes(StandardCharsets.UTF_8));
    return write(coordinates, "jar", bytes.toByteArray());
  }

  Path write(String coordinates, String extension, byte[] bytes) throws IOException {
    String[] parts = coordinates.split(":", -1);
    Path place = folder.resolve(parts[0].replace('.', '/')).resolve(parts[1]).resolve(parts[2]);
    Files.createDirectories(place);
    Path file = place.resolve("%s-%s.%s".formatted(parts[1], parts[2], extension));
    Files.write(file, bytes);
    Files.writeString(Path.of(file + ".sha1"), sha1(bytes));
    return file;
  }

  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String pom(String[] parts, List<Need> needs) {
    return """
    <project><modelVersion>4.0.0</modelVersion>
    <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
    <dependencies>%s</dependencies></project>
    """
        .formatted(
            parts[0],
            parts[1],
            parts[2],
            needs.stream().map(FileRepository::dependency).collect(Collectors.joining()));
  }

  private static String dependency(Need need) {
    String[] parts = need.coordinates().split(":", -1);
    return ("<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
            + "<scope>%s</scope></dependency>")
        .formatted(parts[0], parts[1], parts[2], need.scope());
  }
}
