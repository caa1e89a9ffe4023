package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Contraction;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Node;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The weights and constants of a lowered graph in the order in which scripts find them, and the
/// element type that each is kept in: the precision asked for where only products and convolutions
/// read it, else the one that the graph declares.
final class WeightPlan {

  private final Map<Value, Integer> places = new LinkedHashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<DType> held = new ArrayList<>();

  WeightPlan(Graph graph, DType precision) {
    Set<Value> products = new HashSet<>();
    Set<Value> others = new HashSet<>(graph.outputs().values());
    for (Node node : graph.nodes()) {
      for (int i = 0; i < node.inputs().size(); i++) {
        (isProductOperand(node.op(), i) ? products : others).add(node.inputs().get(i));
      }
    }
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Source source && !(source instanceof Source.Input)) {
        Value value = node.output();
        boolean narrow =
            value.type().dtype() == DType.F32
                && source instanceof Source.Weight
                && products.contains(value)
                && !others.contains(value);
        places.put(value, sources.size());
        sources.add(source);
        held.add(narrow ? precision : value.type().dtype());
      }
    }
  }

  private static boolean isProductOperand(Op op, int index) {
    return op instanceof Contraction.MatMul
        || (index > 0 && (op instanceof Contraction.Conv2d || op instanceof Linear));
  }

  /// The weights and constants in their order.
  List<Source> sources() {
    return sources;
  }

  /// The element type in which the weight or constant at `index` is kept.
  DType held(int index) {
    return held.get(index);
  }

  /// Where a weight's or constant's value is found.
  int place(Value value) {
    return places.get(value);
  }
}
