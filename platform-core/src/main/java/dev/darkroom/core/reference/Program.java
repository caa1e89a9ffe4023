package dev.darkroom.core.reference;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.DeviceMemoryException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Node;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A graph of primitives with what never changes between runs.
///
/// @param graph the graph
/// @param fixed weights and constants
/// @param dying for each node the values that nothing reads after it
record Program(Graph graph, Map<Value, Data> fixed, List<List<Value>> dying) {

  /// Reads the weights one after the other.
  static Program load(Graph graph, Weights weights, String name) {
    Map<Value, Data> fixed = new HashMap<>();
    for (Node node : graph.nodes()) {
      refuseDoubles(node);
      if (node.op() instanceof Source.Constant constant) {
        fixed.put(node.output(), Data.of(constant.value()));
      } else if (node.op() instanceof Source.Weight(String key, Type type)) {
        fixed.put(node.output(), read(weights.get(key), key, type, name));
      }
    }
    return new Program(graph, Map.copyOf(fixed), dying(graph));
  }

  private static void refuseDoubles(Node node) {
    if (node.output().type().dtype() == DType.F64) {
      throw new BackendException(
          "%s %s is F64, which is not computed with; declare it F32."
              .formatted(node.op(), node.label()));
    }
  }

  private static Data read(Weight weight, String key, Type type, String name) {
    if (!Type.of(type.dtype(), weight.shape()).equals(type)) {
      String file = weight.slice().map(slice -> slice.file().toString()).orElse(name);
      throw new ModelFormatException(
          file,
          "tensor %s is %s, the graph needs %s; the file belongs to another model."
              .formatted(key, weight.shape(), type));
    }
    try {
      return Data.of(weight.read().cast(type.dtype()));
    } catch (OutOfMemoryError e) {
      throw new DeviceMemoryException(
          "Too little memory for tensor %s %s; give Java more (-Xmx) or use another backend."
              .formatted(key, type),
          e);
    }
  }

  private static List<List<Value>> dying(Graph graph) {
    Set<Value> needed = new HashSet<>(graph.outputs().values());
    List<List<Value>> dying = new ArrayList<>();
    for (Node node : graph.nodes().reversed()) {
      List<Value> last = new ArrayList<>();
      for (Value input : node.inputs()) {
        if (needed.add(input)) {
          last.add(input);
        }
      }
      dying.add(last);
    }
    return dying.reversed();
  }
}
