package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.lowering.InputCheck;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A script of PyTorch with its weights.
final class DjlGraph implements CompiledGraph {

  private final GuardedModule module;
  private final InputCheck check;
  private final List<String> inputs;
  private final List<String> outputs;
  private final List<DType> types;

  DjlGraph(Graph graph, GuardedModule module) {
    this.module = module;
    this.check = new InputCheck(graph.inputs());
    this.inputs = List.copyOf(graph.inputs().keySet());
    this.outputs = List.copyOf(graph.outputs().keySet());
    this.types = graph.outputs().values().stream().map(value -> value.type().dtype()).toList();
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> tensors, Cancellation cancellation) {
    check.check(tensors);
    List<DType> crossing = types.stream().map(ScriptEmitter::crossing).toList();
    return module.run(
        cancellation,
        tensors,
        (open, stop) -> named(open.run(ordered(inputs, tensors), stop, crossing)));
  }

  /// The tensors of a run in the order in which scripts number them.
  static List<Tensor> ordered(List<String> inputs, Map<String, Tensor> tensors) {
    return inputs.stream()
        .map(key -> Objects.requireNonNull(tensors.get(key)))
        .map(tensor -> tensor.cast(ScriptEmitter.crossing(tensor.dtype())))
        .toList();
  }

  private Map<String, Tensor> named(List<Tensor> results) {
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (int i = 0; i < outputs.size(); i++) {
      named.put(outputs.get(i), results.get(i).cast(types.get(i)));
    }
    return named;
  }

  @Override
  public void close() {
    module.close();
  }
}
