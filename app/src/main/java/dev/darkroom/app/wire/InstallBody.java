package dev.darkroom.app.wire;

import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/plugins` and `POST /v1/plugins/plan`.
///
/// @param path of the jar, on this machine, absolute
/// @param consent hash of the jar that the user agreed to; null for no consent
public record InstallBody(String path, @Nullable String consent) {}
