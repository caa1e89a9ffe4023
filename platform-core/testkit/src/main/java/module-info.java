import org.jspecify.annotations.NullMarked;

/// Contract tests that every plug-in inherits, and readers of the reference data.
@NullMarked
module dev.darkroom.testkit {
  requires transitive dev.darkroom.core;
  requires transitive org.junit.jupiter.api;
  requires transitive org.assertj.core;
  requires transitive tools.jackson.databind;

  exports dev.darkroom.testkit;
  exports dev.darkroom.testkit.plugin;

  uses dev.darkroom.core.spi.BackendProvider;
}
