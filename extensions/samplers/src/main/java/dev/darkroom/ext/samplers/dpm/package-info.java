/// Samplers of the DPM-Solver family that take each step by itself, in one to three model calls.
package dev.darkroom.ext.samplers.dpm;
