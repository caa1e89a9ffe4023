package dev.darkroom.core.reference;

import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.Tensor;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One run at a time; closing waits for the run under way and lets go of the weights.
final class ReferenceGraph implements CompiledGraph {

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Workers workers;
  private final ReferenceBackend owner;
  private @Nullable Program program;

  ReferenceGraph(Program program, Workers workers, ReferenceBackend owner) {
    this.program = program;
    this.workers = workers;
    this.owner = owner;
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> inputs, Cancellation cancellation) {
    lock.lock();
    try {
      Program open = program;
      if (open == null) {
        throw new IllegalStateException("The graph is closed; compile it again.");
      }
      cancellation.check();
      return new Run(open, new Kernels(workers, cancellation)).outputs(inputs);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    release();
    owner.forget(this);
  }

  void release() {
    lock.lock();
    try {
      program = null;
      workers.close();
    } finally {
      lock.unlock();
    }
  }
}
