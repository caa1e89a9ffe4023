package dev.darkroom.backend.onnx;

import java.util.List;

/// One node of an ONNX graph. An empty name leaves an optional input out.
record OnnxNode(
    String domain,
    String type,
    String name,
    List<String> inputs,
    List<String> outputs,
    List<Attribute> attributes) {

  OnnxNode {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = List.copyOf(attributes);
  }
}
