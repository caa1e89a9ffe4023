package dev.darkroom.core.spi;

/// The form of a model's latents.
///
/// The decoder takes `latent / scale + shift`, the encoder's mean becomes `(mean - shift) * scale`.
///
/// @param channels channels of a latent
/// @param downscale pixels per latent row and column
/// @param scale scaling factor of the autoencoder
/// @param shift shift factor of the autoencoder
public record LatentFormat(int channels, int downscale, double scale, double shift) {}
