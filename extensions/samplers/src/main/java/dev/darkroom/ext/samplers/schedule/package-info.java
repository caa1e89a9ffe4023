/// The published rules that spread steps over a model's noise levels, one provider each.
///
/// Everything in which published solvers differ beside their formulas lives here, picked by the
/// sampler's [dev.darkroom.core.spi.TimestepGrid]: rounding of timesteps, scale of the start, end of
/// the walk. No sampler belongs here.
package dev.darkroom.ext.samplers.schedule;
