package dev.darkroom.app.studio;

import dev.darkroom.core.spi.GenerationListener;

/// Told how an order proceeds, on the drawing thread.
public interface DrawingListener extends GenerationListener {

  /// Something is not as it was asked for, in a sentence.
  default void notice(String text) {}
}
