package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Contraction;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Node;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.composite.Linear;
import java.util.HashSet;
import java.util.Set;

/// What the weights of a graph are used for, which decides in what form they are held.
///
/// @param filters values that are the filter of a convolution
/// @param matrices values that are the weight of a linear layer
/// @param others values that are something else, perhaps besides
record WeightUses(Set<Value> filters, Set<Value> matrices, Set<Value> others) {

  static WeightUses of(Graph graph) {
    WeightUses uses = new WeightUses(new HashSet<>(), new HashSet<>(), new HashSet<>());
    uses.others.addAll(graph.outputs().values());
    graph.nodes().forEach(uses::add);
    return uses;
  }

  private void add(Node node) {
    for (int i = 0; i < node.inputs().size(); i++) {
      users(node, i).add(node.inputs().get(i));
    }
  }

  private Set<Value> users(Node node, int index) {
    return switch (node.op()) {
      case Contraction.Conv2d _ when index == 1 -> filters;
      case Linear _ when index == 1 -> matrices;
      default -> others; // every other op takes its operands as they are
    };
  }

  /// Whether a value is the filter of convolutions and nothing else.
  boolean isFilter(Value value) {
    return filters.contains(value) && !matrices.contains(value) && !others.contains(value);
  }

  /// Whether a value is a factor of products and nothing else.
  boolean isFactor(Value value) {
    return !others.contains(value);
  }
}
