/// CLIP's text encoder (Radford et al. 2021, arXiv:2103.00020).
///
/// Graph-building code only; configuration files and checkpoints are a matter of the families.
package dev.darkroom.core.arch.clip;
