package dev.darkroom.core.plugin;

import dev.darkroom.core.plugin.info.Version;
import dev.darkroom.core.plugin.scan.ClassFileScan;
import dev.darkroom.core.plugin.scan.CodeScan;
import dev.darkroom.core.plugin.trust.KeySignatures;
import dev.darkroom.core.plugin.trust.SignatureCheck;
import dev.darkroom.core.plugin.trust.TrustedKeys;
import java.nio.file.Path;
import java.time.Duration;

/// How a plug-in host is opened.
///
/// @param folder where plug-ins are installed; made when the first one is
/// @param api the version of Darkroom's interfaces
/// @param patience how long a plug-in may take to start
public record PluginHostOptions(
    Path folder, Mode mode, Version api, Duration patience, Trust trust) {

  /// The version of the interfaces in `dev.darkroom.core.spi` and what they speak of.
  public static final Version API = new Version(0, 1, 0, "");

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Whether installed plug-ins are started.
  public enum Mode {
    /// Those that can be.
    NORMAL,
    /// None of them; they can still be looked at, disabled and removed.
    SAFE
  }

  /// Who judges jars.
  public record Trust(SignatureCheck signatures, CodeScan scan) {
    /// Trusts the keys that the user named, and looks through all code.
    public static Trust ofUser() {
      return new Trust(new KeySignatures(TrustedKeys.ofUser()), new ClassFileScan());
    }
  }

  /// The user's folder, with the user's trust.
  public static PluginHostOptions defaults() {
    return in(userFolder()).with(Trust.ofUser());
  }

  /// A folder of one's own, where nobody is trusted and no code is looked through.
  public static PluginHostOptions in(Path folder) {
    Trust trust = new Trust(SignatureCheck.none(), CodeScan.none());
    return new PluginHostOptions(folder, Mode.NORMAL, API, PATIENCE, trust);
  }

  public PluginHostOptions withFolder(Path changed) {
    return new PluginHostOptions(changed, mode, api, patience, trust);
  }

  public PluginHostOptions with(Mode changed) {
    return new PluginHostOptions(folder, changed, api, patience, trust);
  }

  public PluginHostOptions withApi(Version changed) {
    return new PluginHostOptions(folder, mode, changed, patience, trust);
  }

  public PluginHostOptions withPatience(Duration changed) {
    return new PluginHostOptions(folder, mode, api, changed, trust);
  }

  public PluginHostOptions with(Trust changed) {
    return new PluginHostOptions(folder, mode, api, patience, changed);
  }

  /// `$DARKROOM_PLUGINS`, else `$XDG_DATA_HOME/darkroom/plugins`, or the same in `.local/share` of the
  /// user's home.
  private static Path userFolder() {
    String own = System.getenv("DARKROOM_PLUGINS");
    if (own != null && !own.isBlank()) {
      return Path.of(own);
    }
    String folder = System.getenv("XDG_DATA_HOME");
    String home = System.getenv("HOME");
    Path base =
        folder != null && !folder.isBlank()
            ? Path.of(folder)
            : Path.of(home != null ? home : System.getProperty("user.home"), ".local", "share");
    return base.resolve("darkroom").resolve("plugins");
  }
}
