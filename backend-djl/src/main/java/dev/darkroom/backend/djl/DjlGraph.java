package dev.darkroom.backend.djl;

import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.lowering.InputCheck;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// A script of PyTorch with its weights.
///
/// One lock stands around the module: a run holds it, and closing waits for it, because a closed
/// module in the engine's hands ends the whole process.
final class DjlGraph implements CompiledGraph {

  private final String name;
  private final TorchModule module;
  private final InputCheck check;
  private final List<String> inputs;
  private final List<String> outputs;
  private final List<DType> types;
  private final Consumer<DjlGraph> onClose;
  private final ReentrantLock lock = new ReentrantLock(true);
  private boolean closed;

  DjlGraph(String name, Graph graph, TorchModule module, Consumer<DjlGraph> onClose) {
    this.name = name;
    this.module = module;
    this.check = new InputCheck(graph.inputs());
    this.inputs = List.copyOf(graph.inputs().keySet());
    this.outputs = List.copyOf(graph.outputs().keySet());
    this.types = graph.outputs().values().stream().map(value -> value.type().dtype()).toList();
    this.onClose = onClose;
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> tensors, Cancellation cancellation) {
    check.check(tensors);
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException(name + " is closed; compile it again");
      }
      cancellation.check();
      return locked(tensors, cancellation);
    } finally {
      lock.unlock();
    }
  }

  /// The flag lives until no other thread can set it: [Cancellation.Registration#close()] waits for a
  /// notification under way.
  private Map<String, Tensor> locked(Map<String, Tensor> tensors, Cancellation cancellation) {
    List<Tensor> ordered =
        inputs.stream().map(key -> crossing(Objects.requireNonNull(tensors.get(key)))).toList();
    MemorySegment stop = Arena.ofAuto().allocate(1);
    try (Cancellation.Registration _ =
        cancellation.onCancel(() -> stop.set(ValueLayout.JAVA_BYTE, 0, (byte) 1))) {
      return named(module.run(ordered, stop, types.stream().map(ScriptEmitter::crossing).toList()));
    } catch (RuntimeException e) {
      if (cancellation.isCancelled()) {
        throw new CancelledException();
      }
      throw EngineErrors.wrap(name + " could not run on " + tensors, e);
    }
  }

  private static Tensor crossing(Tensor tensor) {
    return tensor.cast(ScriptEmitter.crossing(tensor.dtype()));
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
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        module.close();
        onClose.accept(this);
      }
    } finally {
      lock.unlock();
    }
  }
}
