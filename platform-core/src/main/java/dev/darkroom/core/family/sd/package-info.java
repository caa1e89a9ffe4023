/// Stable Diffusion 1.x and 2.x and everything fine-tuned from them: recognising checkpoints, and
/// turning prompts into what their UNet attends to.
///
/// Networks are built in `arch`; what the XL models share lives in `family.common`.
package dev.darkroom.core.family.sd;
