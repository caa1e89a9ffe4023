import org.jspecify.annotations.NullMarked;

/// Runs Darkroom graphs with PyTorch through DJL.
@NullMarked
module dev.darkroom.backend.djl {
  requires ai.djl.api;
  requires ai.djl.pytorch_engine;
  requires dev.darkroom.core;

  provides dev.darkroom.core.spi.BackendProvider with
      dev.darkroom.backend.djl.DjlBackendProvider;
}
