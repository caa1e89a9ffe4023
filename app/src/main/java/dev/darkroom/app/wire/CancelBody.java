package dev.darkroom.app.wire;

import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/cancel`.
///
/// @param job the name that the order was given; null for the one that is being drawn
public record CancelBody(@Nullable String job) {}
