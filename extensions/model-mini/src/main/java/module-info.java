import org.jspecify.annotations.NullMarked;

/// The small text-to-image model that comes along.
@NullMarked
module dev.darkroom.ext.model.mini {
  requires dev.darkroom.core;
}
