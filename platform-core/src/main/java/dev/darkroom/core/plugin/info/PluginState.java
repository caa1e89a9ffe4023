package dev.darkroom.core.plugin.info;

/// How an installed plug-in fares.
public enum PluginState {
  /// Its providers are in use.
  ACTIVE,
  /// The user wants it left aside.
  DISABLED,
  /// It does not fit this program, this Java, or the other plug-ins.
  INCOMPATIBLE,
  /// Nobody vouches for it, and the user did not consent to it.
  UNSIGNED,
  /// The private copy is not what was installed.
  MODIFIED,
  /// It could not be started this time.
  FAILED,
  /// It could not be started three times in a row and is not tried again until it is enabled.
  QUARANTINED
}
