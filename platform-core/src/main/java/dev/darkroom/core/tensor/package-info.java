/// Tensors on the Java side: element types, shapes, and dense row-major data over memory segments.
///
/// This is ground: it knows no graph, no backend and no file format. Heavy arithmetic belongs to
/// backends; what samplers need on latents is on [dev.darkroom.core.tensor.Tensor] itself.
package dev.darkroom.core.tensor;
