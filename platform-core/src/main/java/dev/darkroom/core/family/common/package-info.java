/// What the families of Stable Diffusion share: configuration files, the networks that a checkpoint
/// holds, and the way from a prompt to the states of a text encoder.
///
/// No family is named here, and nothing here decides which family a checkpoint belongs to.
package dev.darkroom.core.family.common;
