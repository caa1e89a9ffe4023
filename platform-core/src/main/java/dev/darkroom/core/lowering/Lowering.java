package dev.darkroom.core.lowering;

import static java.util.Objects.requireNonNull;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Node;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Prepares graphs for backends.
public final class Lowering {

  private Lowering() {}

  /// The same computation with every composite in primitives, except those that the backend claims
  /// because it computes them natively. Nodes that no output depends on are left out; inputs stay, so
  /// that a graph asks for the same tensors on every backend.
  public static Graph lower(Graph graph, Predicate<Op.Composite> claimed) {
    return live(rebuild(graph, claimed, Set.copyOf(graph.nodes())));
  }

  private static Graph live(Graph graph) {
    Set<Value> wanted = new HashSet<>(graph.outputs().values());
    Set<Node> kept = new HashSet<>();
    for (Node node : graph.nodes().reversed()) {
      if (wanted.contains(node.output()) || node.op() instanceof Source.Input) {
        kept.add(node);
        wanted.addAll(node.inputs());
      }
    }
    return rebuild(graph, composite -> true, kept);
  }

  private static Graph rebuild(Graph graph, Predicate<Op.Composite> keep, Set<Node> wanted) {
    GraphBuilder builder = new GraphBuilder(keep);
    Map<Value, Value> moved = new HashMap<>();
    for (Node node : graph.nodes()) {
      if (wanted.contains(node)) {
        builder.label(node.label());
        List<Value> inputs = node.inputs().stream().map(moved::get).toList();
        moved.put(node.output(), move(builder, node.op(), inputs));
      }
    }
    graph
        .outputs()
        .forEach((name, value) -> builder.output(name, requireNonNull(moved.get(value))));
    return builder.build();
  }

  private static Value move(GraphBuilder builder, Op op, List<Value> inputs) {
    return switch (op) {
      case Source.Input(String key, var type) -> builder.input(key, type);
      case Source.Weight(String key, var type) -> builder.weight(key, type);
      default -> builder.apply(op, inputs);
    };
  }
}
