package dev.darkroom.backend.tf;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Value;
import dev.darkroom.core.lowering.InputCheck;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// A session of TensorFlow with the weights that it is fed.
///
/// One lock stands around the session: a run holds it, and closing waits for it, because freed
/// memory in the engine's hands ends the whole process.
final class TensorflowGraph implements CompiledGraph {

  private final String name;
  private final Graph graph;
  private final CompiledParts parts;
  private final InputCheck check;
  private final Consumer<TensorflowGraph> onClose;
  private final ReentrantLock lock = new ReentrantLock(true);
  private boolean closed;

  TensorflowGraph(
      String name, Graph graph, CompiledParts parts, Consumer<TensorflowGraph> onClose) {
    this.name = name;
    this.graph = graph;
    this.parts = parts;
    this.check = new InputCheck(graph.inputs());
    this.onClose = onClose;
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> inputs, Cancellation cancellation) {
    check.check(inputs);
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException(name + " is closed; compile it again");
      }
      cancellation.check();
      return locked(inputs, cancellation);
    } finally {
      lock.unlock();
    }
  }

  private Map<String, Tensor> locked(Map<String, Tensor> inputs, Cancellation cancellation) {
    List<EngineTensor> handed = new ArrayList<>();
    try (StopSwitch stop = new StopSwitch();
        Cancellation.Registration _ = cancellation.onCancel(stop::stop)) {
      parts
          .inputs()
          .keySet()
          .forEach(
              key -> handed.add(EngineTensor.of(key, Objects.requireNonNull(inputs.get(key)))));
      return copies(parts.run(name + " could not run on " + inputs, handed, stop));
    } catch (BackendException e) {
      if (cancellation.isCancelled()) {
        throw new CancelledException();
      }
      throw e;
    } finally {
      handed.forEach(EngineTensor::close);
    }
  }

  private Map<String, Tensor> copies(List<EngineTensor> results) {
    try {
      Map<String, Tensor> copies = new LinkedHashMap<>();
      int index = 0;
      for (Map.Entry<String, Value> output : graph.outputs().entrySet()) {
        EngineTensor result = results.get(index++);
        copies.put(output.getKey(), result.copy(output.getValue().type().dtype()));
      }
      return copies;
    } finally {
      results.forEach(EngineTensor::close);
    }
  }

  /// How many operations of a type the TensorFlow graph has; for tests.
  long count(String type) {
    return parts.session().count(type);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        parts.close();
        onClose.accept(this);
      }
    } finally {
      lock.unlock();
    }
  }
}
