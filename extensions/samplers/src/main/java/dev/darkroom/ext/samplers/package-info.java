/// The published samplers, one provider and one function each.
///
/// They walk in sigma space and know neither the model nor how its noise levels were picked. Where
/// the published solvers differ in their timesteps, start or end, that is the matter of
/// [dev.darkroom.ext.samplers.schedule]; a sampler only names its grid.
package dev.darkroom.ext.samplers;
