package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.unet.UnetConfig;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.LatentFormat;
import dev.darkroom.core.spi.NoiseSettings;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.weights.WeightIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A folder that holds all networks of a model, and how they work together.
///
/// @param index the model's files
/// @param parts its networks, the UNet among them
/// @param defaults for what no file says
public record WholeModel(
    WeightIndex index, Map<Component, CheckpointPart> parts, Defaults defaults) {

  /// @param scale scaling factor of the latents
  /// @param sample sides of the latents that the model was trained with
  public record Defaults(double scale, int sample) {}

  public UnetConfig unet() {
    if (part(Component.UNET).network() instanceof Network.Denoiser(UnetConfig config)) {
      return config;
    }
    throw new IllegalStateException("the denoiser is no UNet");
  }

  private CheckpointPart part(Component component) {
    CheckpointPart part = parts.get(component);
    if (part == null) {
      throw new ModelFormatException(
          index.location().toString(), "has no " + component + "; download that folder too.");
    }
    return part;
  }

  /// The settings, if the model can make pictures.
  ///
  /// @param encoders the text encoders whose states are joined
  public Optional<DiffusionSettings> diffusion(List<Component> encoders) {
    if (!parts.keySet().containsAll(encoders) || !parts.containsKey(Component.VAE_DECODER)) {
      return Optional.empty();
    }
    requireText(encoders);
    LatentFormat latents = latents();
    if (latents.channels() != unet().ends().output()) {
      throw fault(
          "out_channels", "is not latent_channels of the autoencoder, " + latents.channels() + ".");
    }
    return Optional.of(new DiffusionSettings(Component.UNET, latents, noise(), size(latents)));
  }

  private void requireText(List<Component> encoders) {
    int channels = 0;
    for (Component encoder : encoders) {
      if (part(encoder).network() instanceof Network.Text(var config)) {
        channels += config.layers().channels();
      }
    }
    if (channels != unet().ends().context()) {
      throw fault(
          "cross_attention_dim", "does not fit the text encoder, which gives " + channels + ".");
    }
  }

  private ModelFormatException fault(String field, String message) {
    String file = part(Component.UNET).folder().resource("config.json");
    return new ModelFormatException(file, field + " " + message);
  }

  private LatentFormat latents() {
    CheckpointPart part = part(Component.VAE_DECODER);
    Optional<ConfigFile> config = part.folder().config();
    return switch (part.network()) {
      case Network.KlDecoder(var sizes) -> KlReader.latents(sizes, config, defaults.scale());
      case Network.TinyDecoder(var sizes) -> TinyReader.latents(sizes, config);
      case Network other -> throw new IllegalStateException(other + " decodes no latents");
    };
  }

  private NoiseSettings noise() {
    return new ComponentFolder(index, "scheduler")
        .config("scheduler_config.json")
        .map(SchedulerReader::read)
        .orElseGet(NoiseSettings::stableDiffusion);
  }

  private Size size(LatentFormat latents) {
    Optional<ConfigFile> config =
        part(Component.UNET).folder().config().filter(file -> file.has("sample_size"));
    List<Integer> sides =
        config
            .map(file -> file.perLevel("sample_size", 2))
            .orElseGet(() -> List.of(defaults.sample(), defaults.sample()));
    return new Size(sides.get(1) * latents.downscale(), sides.get(0) * latents.downscale());
  }
}
