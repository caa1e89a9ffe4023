/// Samplers that people pick by name for flow models. Their steps are those of other packages.
package dev.darkroom.ext.samplers.flow;
