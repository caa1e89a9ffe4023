package dev.darkroom.backend.onnx;

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
import java.util.Map;
import java.util.Objects;

/// Says a lowered graph in ONNX. Inputs and outputs keep their element types, whatever precision is
/// computed in; their names get a prefix so that they cannot meet a weight's.
final class ModelEmitter {

  private static final String INPUT = "in:";
  private static final String OUTPUT = "out:";

  private final NativeComposites composites;
  private final OnnxModel model;
  private final ModelWeights weights;
  private final Emission out;
  private final Map<Value, String> names = new HashMap<>();

  ModelEmitter(String name, NativeComposites composites, DType precision, ModelWeights weights) {
    this.composites = composites;
    this.model = new OnnxModel(name);
    this.weights = weights;
    this.out = new Emission(model, precision);
  }

  static String input(String name) {
    return INPUT + name;
  }

  static String output(String name) {
    return OUTPUT + name;
  }

  /// The message `ModelProto`.
  byte[] emit(Graph graph) {
    for (Node node : graph.nodes()) {
      out.label(node.label());
      names.put(node.output(), emit(node));
    }
    out.label("");
    graph.outputs().forEach(this::emitOutput);
    return model.bytes();
  }

  private void emitOutput(String name, Value value) {
    DType dtype = value.type().dtype();
    out.named(output(name), out.cast(name(value), out.computed(dtype), dtype));
    model.output(output(name), dtype);
  }

  private String name(Value value) {
    return Objects.requireNonNull(names.get(value));
  }

  private String emit(Node node) {
    Call call =
        new Call(
            node.inputs().stream().map(this::name).toList(),
            node.inputs().stream().map(Value::type).toList());
    return switch (node.op()) {
      case Op.Primitive primitive -> emit(primitive, call);
      case Op.Composite composite -> composites.emit(out, composite, call);
    };
  }

  private String emit(Op.Primitive primitive, Call call) {
    return switch (primitive) {
      case Source source -> emit(source);
      case Elementwise op -> ElementwiseEmitter.emit(out, op, call);
      case Contraction op -> WindowEmitter.emit(out, op, call);
      case Reduction op -> ReductionEmitter.emit(out, op, call);
      case Movement op -> MovementEmitter.emit(out, op, call);
      case Indexing op -> IndexingEmitter.emit(out, op, call);
    };
  }

  private String emit(Source source) {
    return switch (source) {
      case Source.Input(String key, Type type) -> {
        model.input(input(key), type);
        yield out.cast(input(key), type.dtype(), out.computed(type.dtype()));
      }
      case Source.Weight(String key, Type type) -> {
        DType stored = weights.place(model, key, type);
        yield out.cast(key, stored, out.computed(type.dtype()));
      }
      case Source.Constant constant -> out.constant(constant.value());
    };
  }
}
