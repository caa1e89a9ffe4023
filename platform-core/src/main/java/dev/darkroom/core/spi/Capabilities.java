package dev.darkroom.core.spi;

import dev.darkroom.core.tensor.DType;
import java.util.Set;

/// What an open device can do.
///
/// @param engine name and version of the engine, as written into recipes (`ONNX Runtime 1.28.0`)
/// @param precisions the precisions that graphs can be compiled in; always holds [DType#F32]
public record Capabilities(String engine, Set<DType> precisions) {

  public Capabilities {
    precisions = Set.copyOf(precisions);
  }
}
