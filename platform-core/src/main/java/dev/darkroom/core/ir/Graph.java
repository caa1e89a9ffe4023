package dev.darkroom.core.ir;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// An immutable tensor computation: nodes in topological order, the values that are handed over at
/// every run, and the values that are returned. Made by [GraphBuilder].
public final class Graph {

  private final List<Node> nodes;
  private final Map<String, Value> outputs;

  Graph(List<Node> nodes, Map<String, Value> outputs) {
    this.nodes = List.copyOf(nodes);
    this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /// Every node after all nodes that it reads.
  public List<Node> nodes() {
    return nodes;
  }

  /// The returned values by name, in the order of their declaration.
  public Map<String, Value> outputs() {
    return outputs;
  }

  /// The types of the values that a run needs, by name, in the order of their declaration.
  public Map<String, Type> inputs() {
    Map<String, Type> inputs = new LinkedHashMap<>();
    for (Node node : nodes) {
      if (node.op() instanceof Source.Input(String key, Type type)) {
        inputs.put(key, type);
      }
    }
    return Collections.unmodifiableMap(inputs);
  }

  /// The weights that the graph refers to, in the order of their first use.
  public List<Source.Weight> weights() {
    return nodes.stream()
        .map(Node::op)
        .filter(Source.Weight.class::isInstance)
        .map(Source.Weight.class::cast)
        .toList();
  }

  /// The number of parameters: the elements of all weights.
  public long parameters() {
    return weights().stream().map(Source.Weight::type).mapToLong(Graph::elements).sum();
  }

  private static long elements(Type type) {
    long elements = 1;
    for (int axis = 0; axis < type.rank(); axis++) {
      elements *= type.size(axis);
    }
    return elements;
  }

  /// A readable listing, a line per node:
  /// `%12 = Conv2d[...] %3 %10 %11 : F32 [batch, 320, height, width]  # conv_in`.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Node node : nodes) {
      text.append(line(node)).append('\n');
    }
    outputs.forEach((name, value) -> text.append("return %s = %s\n".formatted(name, value)));
    return text.toString();
  }

  private static String line(Node node) {
    String arguments =
        node.inputs().stream().map(value -> " " + value).collect(Collectors.joining());
    String label = node.label().isEmpty() ? "" : "  # " + node.label();
    return node.output() + " = " + node.op() + arguments + " : " + node.output().type() + label;
  }
}
