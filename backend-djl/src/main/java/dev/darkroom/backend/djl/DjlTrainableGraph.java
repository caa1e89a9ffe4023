package dev.darkroom.backend.djl;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.lowering.InputCheck;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.TrainableGraph;
import dev.darkroom.core.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A script of PyTorch that computes a loss and its gradients. A run can be
/// cancelled while the loss is computed; once its gradients are, it goes on to their end.
final class DjlTrainableGraph implements TrainableGraph {

  private final GuardedModule module;
  private final InputCheck check;
  private final List<String> inputs;
  private final Map<String, Trained> weights;

  /// A weight that is trained.
  ///
  /// @param place where the script finds it
  record Trained(int place, Type type) {}

  /// @param weights in the order in which the script returns their gradients
  DjlTrainableGraph(Graph graph, GuardedModule module, Map<String, Trained> weights) {
    this.module = module;
    this.check = new InputCheck(graph.inputs());
    this.inputs = List.copyOf(graph.inputs().keySet());
    this.weights = weights;
  }

  @Override
  public Gradients run(Map<String, Tensor> tensors, Cancellation cancellation) {
    check.check(tensors);
    return module.run(
        cancellation,
        tensors,
        (open, stop) ->
            named(open.gradients(DjlGraph.ordered(inputs, tensors), stop, weights.size())));
  }

  private Gradients named(List<Tensor> results) {
    Map<String, Tensor> named = new LinkedHashMap<>();
    int next = 1;
    for (String name : weights.keySet()) {
      named.put(name, results.get(next++));
    }
    return new Gradients(results.getFirst().at(0), named);
  }

  @Override
  public Tensor weight(String name) {
    Trained weight = trained(name);
    return module.use("read " + name, open -> open.weight(weight.place()));
  }

  @Override
  public void assign(String name, Tensor value) {
    Trained weight = trained(name);
    if (!Type.of(value.dtype(), value.shape()).equals(weight.type())) {
      throw new InvalidRequestException(
          name, "the weight is " + weight.type() + ", got " + value + ".");
    }
    module.use(
        "take " + name,
        open -> {
          open.assign(weight.place(), value);
          return value;
        });
  }

  private Trained trained(String name) {
    Trained weight = weights.get(name);
    if (weight == null) {
      throw new InvalidRequestException(
          name, "is not trained here; the weights that are: " + weights.keySet() + ".");
    }
    return weight;
  }

  @Override
  public void close() {
    module.close();
  }
}
