/// The weights of a model as named tensors, whatever file they come from.
///
/// Readers map files and give slices of the map; nothing is copied until somebody reads, and every
/// header is checked before anything is allocated. No reader runs code from a file. Which names a
/// model needs is a matter of the families.
package dev.darkroom.core.weights;
