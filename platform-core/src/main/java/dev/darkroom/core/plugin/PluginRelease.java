package dev.darkroom.core.plugin;

import dev.darkroom.core.plugin.info.Permission;
import dev.darkroom.core.plugin.info.Version;
import dev.darkroom.core.plugin.store.Release;
import java.util.Set;

/// A version of a plug-in in the user's folder.
///
/// @param sha256 of the jar, as 64 hexadecimal digits
/// @param signature what was known of it when it was installed, in words: `unsigned`
/// @param granted what the user consented to
/// @param source where the jar came from
public record PluginRelease(
    Version version, String sha256, String signature, Set<Permission> granted, String source) {

  public PluginRelease {
    granted = Set.copyOf(granted);
  }

  static PluginRelease of(Release release) {
    return new PluginRelease(
        release.parsed().version(),
        release.sha256(),
        release.signature(),
        release.permissions(),
        release.source());
  }
}
