package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.clip.ClipText;
import dev.darkroom.core.arch.clip.ClipTextConfig;
import dev.darkroom.core.arch.unet.Unet;
import dev.darkroom.core.arch.unet.UnetConfig;
import dev.darkroom.core.arch.vae.AutoencoderKl;
import dev.darkroom.core.arch.vae.AutoencoderTiny;
import dev.darkroom.core.arch.vae.KlConfig;
import dev.darkroom.core.arch.vae.TinyConfig;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.GraphOptions.Feature;

/// A network of a checkpoint with its sizes.
public sealed interface Network {

  Graph graph(GraphOptions options);

  /// A CLIP text encoder.
  record Text(ClipTextConfig config) implements Network {
    @Override
    public Graph graph(GraphOptions options) {
      boolean choice = options.features().contains(Feature.LAYER_CHOICE);
      ClipText.Variant variant = choice ? ClipText.Variant.LAYER_CHOICE : ClipText.Variant.PLAIN;
      return ClipText.graph(config, variant, options.patches());
    }
  }

  /// A UNet.
  record Denoiser(UnetConfig config) implements Network {
    @Override
    public Graph graph(GraphOptions options) {
      boolean controlled = options.features().contains(Feature.CONTROL_RESIDUALS);
      Unet.Variant variant = controlled ? Unet.Variant.CONTROL_RESIDUALS : Unet.Variant.PLAIN;
      return Unet.graph(config, variant, options.patches());
    }
  }

  /// The decoder of an AutoencoderKL.
  record KlDecoder(KlConfig config) implements Network {
    @Override
    public Graph graph(GraphOptions options) {
      return AutoencoderKl.decoder(config, options.patches());
    }
  }

  /// The encoder of an AutoencoderKL.
  record KlEncoder(KlConfig config) implements Network {
    @Override
    public Graph graph(GraphOptions options) {
      return AutoencoderKl.encoder(config, options.patches());
    }
  }

  /// The decoder of an AutoencoderTiny.
  record TinyDecoder(TinyConfig config) implements Network {
    @Override
    public Graph graph(GraphOptions options) {
      return AutoencoderTiny.decoder(config, options.patches());
    }
  }

  /// The encoder of an AutoencoderTiny.
  record TinyEncoder(TinyConfig config) implements Network {
    @Override
    public Graph graph(GraphOptions options) {
      return AutoencoderTiny.encoder(config, options.patches());
    }
  }
}
