package dev.darkroom.core.spi;

/// What the pipeline needs to know about a whole model.
///
/// @param denoiser the component that predicts: inputs `sample` `[batch, channels, height, width]` and
///     `timestep` `[batch]`, besides those that conditionings give; output `sample`. The decoder
///     ([Component#VAE_DECODER]) takes `latents` and gives `image` in -1 to 1
/// @param latents the form of the latents
/// @param noise how the model was trained to see noise
/// @param size the picture size that the model was trained for
public record DiffusionSettings(
    Component denoiser, LatentFormat latents, NoiseSettings noise, Size size) {}
