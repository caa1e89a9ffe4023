package dev.darkroom.core.spi;

/// A plug-in with settings. Command line, REST schema and web form are made from them.
public interface Configurable extends Plugin {

  /// The settings; none by default.
  default ParameterSet parameters() {
    return ParameterSet.none();
  }
}
