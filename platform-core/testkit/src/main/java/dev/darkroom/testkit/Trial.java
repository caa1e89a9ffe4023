package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.GraphBuilder;
import dev.darkroom.core.ir.Op;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs graphs on the backend under test and compares what comes out.
final class Trial {

  private static final CompileOptions OPTIONS = CompileOptions.of("contract");

  private Trial() {}

  /// Applies one op to `inputs` and checks the result, its element type and its shape.
  static void check(BackendSubject subject, Op op, Grid expected, Tensor... inputs) {
    Tensor result = apply(subject, op, inputs);
    close(subject, result, expected);
  }

  /// Applies one op; all dimensions are fixed. Checks that the result has the type that the op
  /// promises.
  static Tensor apply(BackendSubject subject, Op op, Tensor... inputs) {
    GraphBuilder g = new GraphBuilder();
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      values.add(g.input("input" + i, Type.of(inputs[i].dtype(), inputs[i].shape())));
      tensors.put("input" + i, inputs[i]);
    }
    Value result = g.apply(op, values);
    g.output("result", result);
    Tensor tensor = result(subject, g.build(), tensors);
    assertThat(Type.of(tensor.dtype(), tensor.shape()))
        .as("type of " + op)
        .isEqualTo(result.type());
    return tensor;
  }

  /// The output `result` of a graph without weights.
  static Tensor result(BackendSubject subject, Graph graph, Map<String, Tensor> inputs) {
    return output(run(subject, graph, MemoryWeights.NONE, inputs), "result");
  }

  static Map<String, Tensor> run(
      BackendSubject subject, Graph graph, Weights weights, Map<String, Tensor> inputs) {
    try (Backend backend = subject.backend().open(subject.device());
        CompiledGraph compiled = backend.compile(graph, weights, OPTIONS)) {
      return compiled.run(inputs);
    }
  }

  static CompiledGraph compile(Backend backend, Graph graph) {
    return backend.compile(graph, MemoryWeights.NONE, OPTIONS);
  }

  static CompiledGraph compile(Backend backend, Graph graph, Weights weights) {
    return backend.compile(graph, weights, OPTIONS);
  }

  static Backend open(BackendSubject subject) {
    return subject.backend().open(subject.device());
  }

  static Tensor output(Map<String, Tensor> outputs, String name) {
    Tensor tensor = outputs.get(name);
    if (tensor == null) {
      throw new AssertionError("no output " + name + " among " + outputs.keySet());
    }
    return tensor;
  }

  /// Floats within the tolerance, NaN for NaN, everything else exactly.
  static void close(BackendSubject subject, Tensor actual, Grid expected) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    for (int i = 0; i < expected.count(); i++) {
      double exact = expected.at(i);
      double value = actual.at(i);
      double allowed =
          actual.dtype().isFloating() ? subject.tolerance() * (1 + Math.abs(exact)) : 0;
      boolean equal = Double.compare(value, exact) == 0 || value == exact;
      if (!equal && !(Math.abs(value - exact) <= allowed && Double.isFinite(exact))) {
        throw new AssertionError(
            "element %d of %s is %s, must be %s".formatted(i, actual, value, exact));
      }
    }
  }
}
