/// Autoencoders between pictures and latents: AutoencoderKL (Kingma and Welling 2013,
/// arXiv:1312.6114; Rombach et al. 2022, arXiv:2112.10752) and the small distilled AutoencoderTiny.
///
/// Encoder and decoder are graphs of their own. Graph-building code only; scaling of latents is a
/// matter of the pipeline.
package dev.darkroom.core.arch.vae;
