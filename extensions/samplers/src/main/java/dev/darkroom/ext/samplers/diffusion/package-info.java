/// Samplers for distilled models, which land on clean latents in a few steps, and those that follow the
/// diffusion itself rather than a solver's textbook.
package dev.darkroom.ext.samplers.diffusion;
