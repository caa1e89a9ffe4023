package dev.darkroom.backend.onnx;

import dev.darkroom.core.ir.Type;
import java.util.List;

/// The operands of an op in the model under construction, with their types in our graph.
record Call(List<String> names, List<Type> types) {

  String name(int index) {
    return names.get(index);
  }

  Type type(int index) {
    return types.get(index);
  }

  int size() {
    return names.size();
  }
}
