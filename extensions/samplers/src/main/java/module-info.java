import org.jspecify.annotations.NullMarked;

/// The published samplers and noise schedules, one class each.
@NullMarked
module dev.darkroom.ext.samplers {
  requires dev.darkroom.core;
}
