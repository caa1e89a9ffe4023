/// Runge-Kutta methods in sigma space: the probability flow `dx/dsigma = (x - denoised) / sigma` solved
/// as any other differential equation (Butcher 2016, Numerical Methods for Ordinary Differential
/// Equations; Hairer and Wanner 1996, Solving Ordinary Differential Equations II).
///
/// A method is a row of numbers; explicit and implicit ones have one solver each. Where a step ends at
/// 0, the slope is not defined and the step is Euler's, which lands on the clean latents.
package dev.darkroom.ext.samplers.rungekutta;
