package dev.darkroom.backend.djl;

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
import dev.darkroom.core.ir.composite.Attention;
import dev.darkroom.core.ir.composite.Linear;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Says a lowered graph as a method in TorchScript.
///
/// The method takes lists of weights and inputs, and a flag that is looked at before each product,
/// convolution and attention: set, it ends the run. It returns the list of outputs.
final class ScriptEmitter {

  /// What ends a run whose flag is set.
  static final String STOPPED = "stopped by its flag";

  private static final String SIGNATURE =
      """
        def forward(self: __torch__.Network,
          weights: List[Tensor],
          inputs: List[Tensor],
          stop: Tensor) -> List[Tensor]:
      """;

  private final Script out;
  private final WeightPlan plan;
  private final List<String> inputs;
  private final Set<String> trained;
  private final Map<Value, Term> terms = new HashMap<>();

  /// @param plan where the weights are
  /// @param inputs the graph's inputs in the order in which they are handed over
  ScriptEmitter(DType precision, WeightPlan plan, List<String> inputs) {
    this(new Script(precision, false), plan, inputs, Set.of());
  }

  /// @param out where the lines go
  /// @param trained names of the weights that gradients are computed for
  ScriptEmitter(Script out, WeightPlan plan, List<String> inputs, Set<String> trained) {
    this.out = out;
    this.plan = plan;
    this.inputs = inputs;
    this.trained = trained;
  }

  String emit(Graph graph) {
    graph.nodes().forEach(this::emit);
    List<String> results = new ArrayList<>();
    graph.outputs().values().forEach(value -> results.add(result(value)));
    out.line("return " + (results.isEmpty() ? "annotate(List[Tensor], [])" : results));
    return SIGNATURE + out;
  }

  /// Says a graph with one output, the loss, as a method that returns the loss and its gradients. See
  /// [GradientScript].
  String emitGradients(Graph graph) {
    graph.nodes().forEach(this::emit);
    List<String> variables =
        graph.nodes().stream()
            .filter(node -> isTrained(node.op()))
            .map(node -> term(node.output()).name())
            .toList();
    Value loss = graph.outputs().values().iterator().next();
    return GradientScript.of(out, out.cast(term(loss), DType.F32), variables);
  }

  private boolean isTrained(Op op) {
    return op instanceof Source.Weight(String key, Type _) && trained.contains(key);
  }

  private String result(Value value) {
    return Script.invocation("contiguous", out.cast(term(value), crossing(value.type().dtype())));
  }

  /// The element type in which inputs and outputs cross between Java and scripts.
  static DType crossing(DType dtype) {
    return dtype == DType.BF16 ? DType.F32 : dtype;
  }

  private Term term(Value value) {
    return Objects.requireNonNull(terms.get(value));
  }

  private void emit(Node node) {
    List<Term> operands = node.inputs().stream().map(this::term).toList();
    Type type = node.output().type();
    out.at(node.label(), node.op().name());
    if (takesLong(node.op())) {
      out.line("if bool(stop):");
      out.line("  ops.prim.RaiseException(\"" + STOPPED + "\")");
      out.line("else:");
      out.line("  pass");
    }
    Term term =
        switch (node.op()) {
          case Op.Primitive primitive -> emit(primitive, operands, node.output());
          case Op.Composite composite -> NativeComposites.emit(out, composite, operands, type);
        };
    terms.put(node.output(), term);
  }

  private static boolean takesLong(Op op) {
    return op instanceof Contraction || op instanceof Linear || op instanceof Attention;
  }

  private Term emit(Op.Primitive primitive, List<Term> operands, Value value) {
    Type type = value.type();
    return switch (primitive) {
      case Source source -> emit(source, value);
      case Elementwise op -> ElementwiseEmitter.emit(out, op, operands, type);
      case Contraction op -> WindowEmitter.emit(out, op, operands, type);
      case Reduction op -> ReductionEmitter.emit(out, op, operands, type);
      case Movement op -> MovementEmitter.emit(out, op, operands, type);
      case Indexing op -> IndexingEmitter.emit(out, op, operands, type);
    };
  }

  private Term emit(Source source, Value value) {
    return switch (source) {
      case Source.Input(String key, Type type) -> {
        Term crossed =
            new Term(out.let("inputs[" + inputs.indexOf(key) + "]"), type, crossing(type.dtype()));
        yield out.cast(crossed, type.dtype());
      }
      case Source.Weight _, Source.Constant _ -> {
        int place = plan.place(value);
        Packing packing = plan.packing(place);
        String held = "weights[" + place + "]";
        String expression =
            isTrained(source)
                ? Script.invocation("requires_grad_", Script.invocation("detach", held), "True")
                : held;
        yield new Term(out.let(expression), value.type(), packing.held(), packing.isBlocked());
      }
    };
  }
}
