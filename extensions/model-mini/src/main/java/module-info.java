import org.jspecify.annotations.NullMarked;

/// The small text-to-image model that comes along: files, and a provider that says where they are.
@NullMarked
module dev.darkroom.ext.model.mini {
  requires dev.darkroom.core;

  provides dev.darkroom.core.spi.ModelProvider with
      dev.darkroom.ext.model.mini.MiniModel;
}
