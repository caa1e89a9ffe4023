package dev.darkroom.core.spi;

/// Told how a generation proceeds, on the generating thread.
public interface GenerationListener {

  /// Hears nothing.
  GenerationListener SILENT = new GenerationListener() {};

  /// A stage begins.
  default void stage(Stage stage) {}

  /// A denoising step is done.
  ///
  /// @param done steps done, from 1
  /// @param total steps in all
  default void step(int done, int total) {}

  /// What is being done.
  enum Stage {
    LOADING,
    CONDITIONING,
    DENOISING,
    DECODING
  }
}
