package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Contraction.Conv2d;
import dev.darkroom.core.ir.Contraction.MatMul;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Node;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The weights and constants of a lowered graph in the order in which scripts find them, and how each
/// is packed: in the precision asked for where only products and convolutions read it, and in the
/// layout of their kernels where nothing else does.
final class WeightPlan {

  private final Map<Value, Integer> places = new LinkedHashMap<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<Packing> packings = new ArrayList<>();

  /// @param precision what products and convolutions are computed in
  /// @param blocked whether kernels that read packed weights are there
  WeightPlan(Graph graph, DType precision, boolean blocked) {
    Map<Value, List<Packing>> wishes = new HashMap<>();
    for (Node node : graph.nodes()) {
      for (int i = 0; i < node.inputs().size(); i++) {
        Value input = node.inputs().get(i);
        wishes
            .computeIfAbsent(input, _ -> new ArrayList<>())
            .add(wish(node, i, precision, blocked));
      }
    }
    for (Node node : graph.nodes()) {
      if (node.op() instanceof Source source && !(source instanceof Source.Input)) {
        Value value = node.output();
        places.put(value, sources.size());
        sources.add(source);
        boolean returned = graph.outputs().containsValue(value);
        packings.add(packing(source, wishes.getOrDefault(value, List.of()), returned));
      }
    }
  }

  private static Packing wish(Node node, int index, DType precision, boolean blocked) {
    Value operand = node.inputs().get(index);
    DType held = operand.type().dtype() == DType.F32 ? precision : operand.type().dtype();
    return switch (node.op()) {
      case Conv2d op when index == 1 && blocked && WindowEmitter.isEven(op.window()) ->
          new Packing(held, new Packing.Layout.Convolution(op));
      case Linear _ when index == 1 && blocked -> new Packing(held, new Packing.Layout.Matrix());
      case Conv2d _, Linear _ when index > 0 -> Packing.rows(held);
      case MatMul _ -> Packing.rows(held);
      default -> Packing.rows(operand.type().dtype());
    };
  }

  /// What all readers wish for, else as the graph declares it.
  private static Packing packing(Source source, List<Packing> wishes, boolean returned) {
    boolean agreed = wishes.stream().distinct().count() == 1;
    boolean free = source instanceof Source.Weight && !returned;
    return agreed && free ? wishes.getFirst() : Packing.rows(source.type().dtype());
  }

  /// The weights and constants in their order.
  List<Source> sources() {
    return sources;
  }

  /// How the weight or constant at `index` is packed.
  Packing packing(int index) {
    return packings.get(index);
  }

  /// Where a weight's or constant's value is found.
  int place(Value value) {
    return Objects.requireNonNull(places.get(value));
  }
}
