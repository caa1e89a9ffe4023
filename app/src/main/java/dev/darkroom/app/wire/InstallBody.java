package dev.darkroom.app.wire;

import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/plugins` and `POST /v1/plugins/plan`.
///
/// @param path of the jar, on this machine, absolute; null is refused
/// @param consent hash of the jar that the user agreed to, `sha256:` may stand before it; null for no consent
public record InstallBody(@Nullable String path, @Nullable String consent) {}
