package dev.darkroom.core.placement;

import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.tensor.DType;
import java.util.Optional;

/// Where a component is computed, and why.
///
/// @param backend the backend
/// @param device a usable device of it
/// @param precision what is computed in
/// @param rule what decided, as a sentence
/// @param fallback what was asked for and cannot be had, as a sentence; empty if all is as asked
public record Placement(
    BackendProvider backend,
    Device device,
    DType precision,
    String rule,
    Optional<String> fallback) {}
