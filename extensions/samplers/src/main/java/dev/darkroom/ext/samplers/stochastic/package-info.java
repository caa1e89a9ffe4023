/// Samplers that solve the reverse stochastic differential equation, or go back up to higher noise
/// levels on the way.
package dev.darkroom.ext.samplers.stochastic;
