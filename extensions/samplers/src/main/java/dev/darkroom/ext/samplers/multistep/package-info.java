/// Samplers that extrapolate from what the model said in earlier steps: second and higher orders for
/// one model call a step.
package dev.darkroom.ext.samplers.multistep;
