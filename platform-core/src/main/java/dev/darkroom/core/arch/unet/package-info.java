/// The denoiser of Stable Diffusion (Rombach et al. 2022, arXiv:2112.10752): a U-shaped network of
/// residual blocks and transformers, told the timestep and a text.
///
/// Graph-building code only; configuration files and checkpoints are a matter of the families.
package dev.darkroom.core.arch.unet;
