/// Stable Diffusion XL and everything fine-tuned from it: recognising checkpoints, and turning prompts
/// and sizes into what their UNet is told.
///
/// Networks are built in `arch`; what the smaller models share lives in `family.common`.
package dev.darkroom.core.family.sdxl;
