package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Contraction;
import dev.darkroom.core.ir.Elementwise;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Indexing;
import dev.darkroom.core.ir.Movement;
import dev.darkroom.core.ir.Node;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Reduction;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.tensor.DType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Says a lowered graph in TensorFlow. Weights are places to feed, like inputs: as constants they
/// would be copied with every copy that TensorFlow's optimizer makes of the graph, and end at 2 GB.
final class GraphEmitter {

  private final Emission out;
  private final ContractionEmitter products;
  private final NativeComposites composites;
  private final WeightPlaces weights;
  private final Map<Value, Operand> operands = new HashMap<>();
  private final Map<Value, Edge> filters = new HashMap<>();
  private final Map<String, Edge> inputs = new LinkedHashMap<>();

  GraphEmitter(Emission out, DType precision, WeightPlaces weights) {
    this.out = out;
    this.products = new ContractionEmitter(out, precision);
    this.composites = new NativeComposites(out, products);
    this.weights = weights;
  }

  /// Emits every node and finds every weight its place.
  Emitted emit(Graph graph) {
    WeightUses uses = WeightUses.of(graph);
    for (Node node : graph.nodes()) {
      out.label(node.label());
      if (node.op() instanceof Source.Weight weight) {
        place(node.output(), weight, uses);
      } else {
        operands.put(node.output(), emit(node));
      }
    }
    out.label("");
    Map<String, Edge> outputs = new LinkedHashMap<>();
    graph.outputs().forEach((name, value) -> outputs.put(name, result(value)));
    return new Emitted(inputs, outputs);
  }

  /// The edges of a graph's inputs and outputs, by name.
  record Emitted(Map<String, Edge> inputs, Map<String, Edge> outputs) {}

  private void place(Value value, Source.Weight weight, WeightUses uses) {
    DType dtype = weight.type().dtype();
    DType held = uses.isFactor(value) && dtype == DType.F32 ? products.precision() : dtype;
    if (uses.isFilter(value)) {
      filters.put(value, weights.place(out, weight, held, WeightPlaces.FILTER));
    } else {
      Edge edge = weights.place(out, weight, held, List.of());
      operands.put(value, Operand.plain(edge, value.type()));
    }
  }

  /// An output never is an input itself, which a run could not fetch.
  private Edge result(Value value) {
    return out.apply("Identity", out.plain(operand(value)));
  }

  private Operand operand(Value value) {
    return Objects.requireNonNull(operands.get(value));
  }

  private Operand emit(Node node) {
    Type result = node.output().type();
    return switch (node.op()) {
      case Contraction.Conv2d op -> conv(op, result, node.inputs());
      case Op.Primitive op -> emit(op, result, operands(node));
      case Op.Composite op -> composites.emit(op, result, operands(node));
    };
  }

  private List<Operand> operands(Node node) {
    return node.inputs().stream().map(this::operand).toList();
  }

  private Operand emit(Op.Primitive primitive, Type result, List<Operand> in) {
    return switch (primitive) {
      case Source source -> emit(source);
      case Elementwise op -> ElementwiseEmitter.emit(out, op, result, in);
      case Contraction.MatMul _ -> products.matmul(result, in.get(0), in.get(1));
      case Contraction.Conv2d op -> throw new IllegalStateException(op + " needs its filter");
      case Reduction op -> ReductionEmitter.emit(out, op, result, in);
      case Movement op -> MovementEmitter.emit(out, op, result, in);
      case Indexing op -> IndexingEmitter.emit(out, op, result, in);
    };
  }

  private Operand conv(Contraction.Conv2d op, Type result, List<Value> in) {
    Edge filter = filters.get(in.get(1));
    if (filter == null) {
      filter = out.transpose(out.plain(operand(in.get(1))), WeightPlaces.FILTER);
    }
    return products.conv(
        op, result, operand(in.get(0)), filter, in.size() > 2 ? operand(in.get(2)) : null);
  }

  private Operand emit(Source source) {
    return switch (source) {
      case Source.Input(String key, Type type) -> {
        Edge edge = out.placeholder(type);
        inputs.put(key, edge);
        yield Operand.plain(edge, type);
      }
      case Source.Constant constant ->
          Operand.plain(out.constant(constant.value()), constant.type());
      case Source.Weight weight -> throw new IllegalStateException(weight + " needs its place");
    };
  }
}
