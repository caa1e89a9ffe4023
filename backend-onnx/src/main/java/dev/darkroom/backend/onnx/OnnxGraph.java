package dev.darkroom.backend.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.lowering.InputCheck;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// A session of ONNX Runtime.
///
/// One lock stands around the session: a run holds it, and closing waits for it, because a closed
/// session or tensor in the engine's hands ends the whole process.
final class OnnxGraph implements CompiledGraph {

  private final String name;
  private final OrtSession session;
  private final InputCheck check;
  private final Set<String> outputs;
  private final Consumer<OnnxGraph> onClose;
  private final ReentrantLock lock = new ReentrantLock(true);
  private boolean closed;

  OnnxGraph(String name, Graph graph, OrtSession session, Consumer<OnnxGraph> onClose) {
    this.name = name;
    this.session = session;
    this.check = new InputCheck(graph.inputs());
    this.outputs = graph.outputs().keySet();
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
    Map<String, OnnxTensor> handed = new LinkedHashMap<>();
    try (StoppableRun stoppable = new StoppableRun();
        Cancellation.Registration _ = cancellation.onCancel(stoppable::stop)) {
      inputs.forEach(
          (key, tensor) -> handed.put(ModelEmitter.input(key), EngineTensors.of(key, tensor)));
      try (OrtSession.Result result = session.run(handed, stoppable.options())) {
        return copies(result);
      }
    } catch (OrtException e) {
      if (cancellation.isCancelled()) {
        throw new CancelledException();
      }
      throw EngineErrors.wrap(name + " could not run on " + inputs, e);
    } finally {
      handed.values().forEach(OnnxTensor::close);
    }
  }

  private Map<String, Tensor> copies(OrtSession.Result result) {
    Map<String, Tensor> copies = new LinkedHashMap<>();
    for (String output : outputs) {
      copies.put(output, EngineTensors.copy(result.get(ModelEmitter.output(output)).orElseThrow()));
    }
    return copies;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
        onClose.accept(this);
      }
    } catch (OrtException e) {
      throw EngineErrors.wrap(name + " could not be closed", e);
    } finally {
      lock.unlock();
    }
  }
}
