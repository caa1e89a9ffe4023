package dev.darkroom.backend.djl;

import dev.darkroom.backend.djl.DjlTrainableGraph.Trained;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What is special about compiling a loss: its checks, its script, and that its weights lie as files
/// store them, in the element type of the graph: kernels that read packed ones have no gradients.
final class TrainingPlan {

  private final Graph graph;
  private final Set<String> trainable;
  private final WeightPlan plan;

  /// @param graph the loss, lowered
  /// @throws InvalidRequestException if it is no loss, or does not depend on what shall be trained
  TrainingPlan(Graph graph, Set<String> trainable) {
    this.graph = graph;
    this.trainable = trainable;
    requireNumber(graph);
    requireWeights(graph, trainable);
    this.plan = new WeightPlan(graph, DType.F32, false);
  }

  private static void requireNumber(Graph graph) {
    if (graph.outputs().size() != 1) {
      throw new InvalidRequestException(
          "loss",
          "the graph must return the loss and nothing else, it returns "
              + graph.outputs().keySet()
              + ".");
    }
    Type type = graph.outputs().values().iterator().next().type();
    if (!type.dtype().isFloating() || !type.dims().stream().allMatch(dim -> dim.is(1))) {
      throw new InvalidRequestException(
          "loss",
          "must be a single floating-point number, is "
              + type
              + "; reduce it over all of its dimensions, to its mean for one.");
    }
  }

  private static void requireWeights(Graph graph, Set<String> trainable) {
    List<String> floating =
        graph.weights().stream()
            .filter(weight -> weight.type().dtype().isFloating())
            .map(Source.Weight::key)
            .toList();
    for (String name : trainable) {
      if (!floating.contains(name)) {
        throw new InvalidRequestException(
            "trainable",
            "the loss does not depend on a floating-point weight named %s; it does on %s."
                .formatted(name, floating));
      }
    }
  }

  WeightPlan plan() {
    return plan;
  }

  /// The methods beside those that pack weights.
  String script(DType precision) {
    List<String> inputs = List.copyOf(graph.inputs().keySet());
    return new ScriptEmitter(new Script(precision, true), plan, inputs, trainable)
        .emitGradients(graph);
  }

  /// The weights to train, in the order in which the script returns their gradients.
  Map<String, Trained> trained() {
    Map<String, Trained> trained = new LinkedHashMap<>();
    for (int place = 0; place < plan.sources().size(); place++) {
      if (plan.sources().get(place) instanceof Source.Weight(String key, Type type)
          && trainable.contains(key)) {
        trained.put(key, new Trained(place, type));
      }
    }
    return trained;
  }

  /// The weights as they are handed over: in the element types that the graph declares, and copied
  /// where they are trained, because they are written to.
  Weights plain(Weights stored) {
    Map<String, DType> declared =
        graph.weights().stream()
            .collect(Collectors.toMap(Source.Weight::key, weight -> weight.type().dtype()));
    return name -> plain(name, stored.get(name), Objects.requireNonNull(declared.get(name)));
  }

  private Weight plain(String name, Weight stored, DType declared) {
    Weight weight = stored.cast(declared);
    return trainable.contains(name)
        ? weight.map(weight.dtype(), weight.shape(), TrainingPlan::copy)
        : weight;
  }

  private static Tensor copy(Tensor tensor) {
    Tensor copy = Tensor.allocate(tensor.dtype(), tensor.shape());
    copy.data().copyFrom(tensor.data());
    return copy;
  }
}
