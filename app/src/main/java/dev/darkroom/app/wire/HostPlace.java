package dev.darkroom.app.wire;

import dev.darkroom.core.plugin.PluginHostOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where a host keeps its data, and where it leaves word of itself.
///
/// @param data the folder that one host at a time works on
/// @param plugins the folder of installed plug-ins
/// @param card the file with what others need to reach that host
public record HostPlace(Path data, Path plugins, Path card) {

  private static final int DIGITS = 12;

  /// That of this user: `$XDG_DATA_HOME/darkroom` (or `~/.local/share/darkroom`), and a file in
  /// `$XDG_RUNTIME_DIR/darkroom` (or `~/.local/state/darkroom`) whose name follows from that folder.
  public static HostPlace ofUser() {
    Path data = base("XDG_DATA_HOME", ".local/share").toAbsolutePath().normalize();
    String name = "host-%s.json".formatted(digits(data));
    Path card = base("XDG_RUNTIME_DIR", ".local/state").resolve(name);
    return new HostPlace(data, PluginHostOptions.defaults().folder(), card);
  }

  private static Path base(String variable, String otherwise) {
    String folder = System.getenv(variable);
    String home = System.getenv("HOME");
    Path base =
        folder != null && !folder.isBlank()
            ? Path.of(folder)
            : Path.of(home != null ? home : System.getProperty("user.home")).resolve(otherwise);
    return base.resolve("darkroom");
  }

  private static String digits(Path data) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(data.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
