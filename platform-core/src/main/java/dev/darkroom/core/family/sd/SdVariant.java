package dev.darkroom.core.family.sd;

import dev.darkroom.core.arch.unet.UnetConfig;

/// Names for the variants of Stable Diffusion.
final class SdVariant {

  private static final int INPAINTING_CHANNELS = 9;

  private SdVariant() {}

  static String title(UnetConfig unet) {
    String version =
        switch (unet.ends().context()) {
          case 768 -> "Stable Diffusion 1.x";
          case 1024 -> "Stable Diffusion 2.x";
          default -> "Stable Diffusion, text of " + unet.ends().context() + " channels";
        };
    boolean inpainting = unet.ends().input() == INPAINTING_CHANNELS;
    boolean consistency = unet.time().guidance().isPresent();
    return version
        + (inpainting ? ", inpainting" : "")
        + (consistency ? ", latent consistency" : "");
  }
}
