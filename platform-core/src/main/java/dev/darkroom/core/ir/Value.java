package dev.darkroom.core.ir;

/// The result of one node. The id is unique within its graph and grows in topological order.
public record Value(int id, Type type) {

  @Override
  public String toString() {
    return "%" + id;
  }
}
