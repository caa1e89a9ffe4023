package dev.darkroom.backend.djl;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weight;

/// A constant of a graph, handed over as weights are.
record ConstantWeight(Tensor value) implements Weight {

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public DType dtype() {
    return value.dtype();
  }

  @Override
  public Shape shape() {
    return value.shape();
  }

  @Override
  public Tensor read() {
    return value;
  }
}
