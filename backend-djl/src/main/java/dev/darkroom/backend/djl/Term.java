package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;

/// A value in a script.
///
/// @param name the variable
/// @param type its type in our graph
/// @param blocked whether it lies in memory as only kernels of oneDNN can read it
/// @param held the element type that it really has: bfloat16 where the graph says float32 and that
///     precision was asked for
record Term(String name, Type type, DType held, boolean blocked) {

  Term(String name, Type type, DType held) {
    this(name, type, held, false);
  }

  int rank() {
    return type.rank();
  }

  @Override
  public String toString() {
    return name;
  }
}
