import dev.darkroom.core.spi.DenoiseHookProvider;
import dev.darkroom.ext.guidance.GuidanceInterval;
import org.jspecify.annotations.NullMarked;

/// Hooks that change classifier-free guidance, one class each.
@NullMarked
module dev.darkroom.ext.guidance {
  requires dev.darkroom.core;

  provides DenoiseHookProvider with
      GuidanceInterval;
}
