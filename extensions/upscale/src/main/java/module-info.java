import dev.darkroom.core.spi.Upscaler;
import dev.darkroom.ext.upscale.BicubicUpscaler;
import dev.darkroom.ext.upscale.BilinearUpscaler;
import dev.darkroom.ext.upscale.LanczosUpscaler;
import dev.darkroom.ext.upscale.NearestUpscaler;
import org.jspecify.annotations.NullMarked;

/// Upscalers that resample, one class each.
@NullMarked
module dev.darkroom.ext.upscale {
  requires dev.darkroom.core;

  provides Upscaler with
      BicubicUpscaler,
      BilinearUpscaler,
      LanczosUpscaler,
      NearestUpscaler;
}
