package dev.darkroom.app.cli;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the components that named tensors are meant for, and runs them.
///
/// @param model a component folder or a whole model
record ComponentRun(Model model) {

  /// Runs every component whose inputs are all among `given`.
  ///
  /// @return the outputs of all of them
  /// @throws InvalidRequestException if no component can run, or a tensor is left over
  Map<String, Tensor> run(Map<String, Tensor> given, Cancellation cancellation) {
    List<Component> fitting =
        components().stream()
            .filter(component -> given.keySet().containsAll(inputs(component).keySet()))
            .toList();
    requireAllUsed(fitting, given.keySet());
    Map<String, Tensor> results = new TreeMap<>();
    for (Component component : fitting) {
      Map<String, Tensor> own = new HashMap<>();
      inputs(component)
          .forEach(
              (name, type) -> own.put(name, cast(Objects.requireNonNull(given.get(name)), type)));
      results.putAll(model.run(component, own, cancellation));
    }
    return results;
  }

  private List<Component> components() {
    return model.spec().components().stream().sorted(Comparator.comparing(Component::id)).toList();
  }

  private Map<String, Type> inputs(Component component) {
    return model.graph(component).inputs();
  }

  private void requireAllUsed(List<Component> fitting, Set<String> given) {
    Set<String> left = new TreeSet<>(given);
    fitting.forEach(component -> left.removeAll(inputs(component).keySet()));
    if (fitting.isEmpty() || !left.isEmpty()) {
      List<String> needs = new ArrayList<>();
      components().forEach(c -> needs.add("%s takes %s".formatted(c, inputs(c).keySet())));
      String fault = fitting.isEmpty() ? "do not fit" : "hold more than is taken";
      throw new InvalidRequestException(
          "inputs", "%s %s: %s.".formatted(fault, new TreeSet<>(given), String.join("; ", needs)));
    }
  }

  /// Files often hold timesteps as integers, or halves; the graph says what it wants.
  private static Tensor cast(Tensor tensor, Type type) {
    return tensor.cast(type.dtype());
  }
}
