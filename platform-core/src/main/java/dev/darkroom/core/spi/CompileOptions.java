package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.DType;

/// How a graph is compiled.
///
/// @param name names the graph in messages and profiles (`unet`)
/// @param precision what floating-point values are computed in; inputs and outputs stay as the graph
///     declares them
/// @param threads threads for one run; 0 lets the backend use every core
public record CompileOptions(String name, DType precision, int threads) {

  /// Float32 on every core.
  public static CompileOptions of(String name) {
    return new CompileOptions(name, DType.F32, 0);
  }

  public CompileOptions with(DType changed) {
    return new CompileOptions(name, changed, threads);
  }
}
