package dev.darkroom.app.wire;

/// The answer to `GET /v1/health`.
public record Health(String status, String version) {}
