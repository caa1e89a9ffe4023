package dev.darkroom.core.reference;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.DeviceMemoryException;
import dev.darkroom.core.ir.Node;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.tensor.Tensor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One pass over the nodes of a program.
final class Run {

  private final Program program;
  private final Kernels kernels;
  private final Sizes sizes = new Sizes();
  private final Map<Value, Data> values;

  Run(Program program, Kernels kernels) {
    this.program = program;
    this.kernels = kernels;
    this.values = new HashMap<>(program.fixed());
  }

  /// Computes every output from `inputs`.
  Map<String, Tensor> outputs(Map<String, Tensor> inputs) {
    sizes.bindInputs(program.graph().inputs(), inputs);
    List<Node> nodes = program.graph().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (node.op() instanceof Source.Input(String key, Type _)) {
        values.put(node.output(), Data.of(read(inputs, key)));
      } else if (!values.containsKey(node.output())) {
        values.put(node.output(), computed(node));
      }
      program.dying().get(i).forEach(values::remove);
    }
    Map<String, Tensor> results = new LinkedHashMap<>();
    program.graph().outputs().forEach((name, value) -> results.put(name, data(value).toTensor()));
    return results;
  }

  private Data computed(Node node) {
    kernels.cancellation().check();
    List<Data> inputs = node.inputs().stream().map(this::data).toList();
    try {
      Data result = kernels.apply((Op.Primitive) node.op(), inputs);
      sizes.bind(node.output().type(), result.shape());
      return result;
    } catch (IllegalArgumentException | IndexOutOfBoundsException | ArithmeticException e) {
      throw new BackendException(described(node, inputs) + ": " + e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      throw new DeviceMemoryException(
          described(node, inputs) + ": too little memory; give Java more (-Xmx).", e);
    }
  }

  private static String described(Node node, List<Data> inputs) {
    String label = node.label().isEmpty() ? "" : " in " + node.label();
    return node.op() + label + " on " + inputs;
  }

  private Data data(Value value) {
    return present(values, value);
  }

  private static Tensor read(Map<String, Tensor> inputs, String key) {
    return present(inputs, key);
  }

  private static <K, V> V present(Map<K, V> map, K key) {
    V found = map.get(key);
    if (found == null) {
      throw new IllegalStateException("no value for " + key);
    }
    return found;
  }
}
