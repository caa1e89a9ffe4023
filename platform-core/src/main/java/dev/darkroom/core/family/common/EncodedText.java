package dev.darkroom.core.family.common;

import dev.darkroom.core.tensor.Tensor;
import java.util.Optional;

/// What a text encoder makes of a text.
///
/// @param states the chosen layer's output `[1, tokens, channels]`
/// @param normalized the same after the encoder's final normalisation
/// @param pooled the projected state that stands for the whole text `[1, size]`, of the first window;
///     empty where the encoder projects nothing
public record EncodedText(Tensor states, Tensor normalized, Optional<Tensor> pooled) {}
