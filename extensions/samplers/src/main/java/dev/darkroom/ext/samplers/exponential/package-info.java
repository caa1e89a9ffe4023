/// Exponential integrators: the probability flow solved in `lambda = log(alpha / sigma)`, where its linear
/// part is known exactly and only the model's answers are approximated (Hochbruck and Ostermann 2010,
/// Acta Numerica 19; Zhang et al. 2023, arXiv:2308.02157).
///
/// A method is a row of functions of the step's width; one-step and multistep methods have one solver
/// each. Where a step ends at 0, or starts from noise alone, `lambda` is infinite and the step is of
/// first order, which is exact for a model whose answer does not change.
package dev.darkroom.ext.samplers.exponential;
