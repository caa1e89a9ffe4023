package dev.darkroom.core.weights;

import java.nio.file.Path;

/// A run of bytes in a file: `length` bytes from `offset`.
public record FileSlice(Path file, long offset, long length) {}
