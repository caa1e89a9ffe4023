package dev.darkroom.core.spi;

import java.util.List;

/// The plug-ins that are installed. Immutable and safe for use by several threads.
public interface Plugins {

  /// The plug-ins of one kind, preferred ones first.
  <P extends Plugin> List<P> all(Class<P> kind);

  /// The plug-in with an id or alias. Case, spaces, underscores and hyphens do not count, nor does
  /// the id's prefix: `sampler.euler-a`, `euler_a` and `Euler a` are one.
  ///
  /// @throws dev.darkroom.core.error.UnknownPluginException if there is none; lists the ids that
  ///     there are
  <P extends Plugin> P find(Class<P> kind, String name);
}
