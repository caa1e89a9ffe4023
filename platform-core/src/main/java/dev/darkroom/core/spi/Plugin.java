package dev.darkroom.core.spi;

import java.util.List;

/// Something that ServiceLoader finds: it has a name that never changes.
public interface Plugin {

  /// The stable id, `<kind>.<name>` in lower-case letters, digits and hyphens (`sampler.euler-a`). It
  /// is written into pictures, so it must keep its meaning.
  String id();

  /// The name that people read.
  default String title() {
    return id();
  }

  /// One sentence for lists: what it does, and the paper that it is from. Empty by default.
  default String summary() {
    return "";
  }

  /// Other names under which people know this (`Euler a`, `euler_ancestral`); matched without regard
  /// to case. None by default.
  default List<String> aliases() {
    return List.of();
  }

  /// Lists and automatic choices prefer higher numbers.
  default int priority() {
    return 100;
  }
}
