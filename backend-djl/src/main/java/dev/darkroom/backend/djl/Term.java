package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;

/// A value in a script.
///
/// @param name the variable
/// @param type its type in our graph
/// @param held the element type that it really has: bfloat16 where the graph says float32 and that
///     precision was asked for
record Term(String name, Type type, DType held) {

  int rank() {
    return type.rank();
  }

  @Override
  public String toString() {
    return name;
  }
}
