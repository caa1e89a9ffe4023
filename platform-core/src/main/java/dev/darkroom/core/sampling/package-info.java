/// What samplers need and models decide: random numbers equal to torch's, the noise levels of a
/// training, and model outputs turned into clean latents; and the names that samplers and schedules have
/// among people.
///
/// Numbers here follow the reference libraries to the bit where that can be had, because a seed must
/// give the same picture everywhere. Samplers and schedules themselves are plug-ins and live in
/// extensions.
package dev.darkroom.core.sampling;
