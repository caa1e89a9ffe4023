/// Samplers that follow the probability flow by the classical methods of Euler and Heun.
package dev.darkroom.ext.samplers.euler;
