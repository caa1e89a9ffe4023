package dev.darkroom.core.ir;

import java.util.List;

/// One application of an op. The label is the path of the layer that it belongs to
/// (`down_blocks.0.resnets.1`), for dumps and messages only.
public record Node(Op op, List<Value> inputs, Value output, String label) {

  public Node {
    inputs = List.copyOf(inputs);
  }
}
