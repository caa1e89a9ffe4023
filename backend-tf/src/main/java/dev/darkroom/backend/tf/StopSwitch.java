package dev.darkroom.backend.tf;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The truth value that one run reads at its [StopPoints], which another thread may turn to false.
/// Turning it after the run is over does nothing.
final class StopSwitch implements AutoCloseable {

  private final EngineTensor tensor =
      EngineTensor.allocate("the stop switch", DType.BOOL, Shape.of());
  private final MemorySegment go = tensor.data();
  private boolean over;

  StopSwitch() {
    go.set(ValueLayout.JAVA_BOOLEAN, 0, true);
  }

  EngineTensor tensor() {
    return tensor;
  }

  synchronized void stop() {
    if (!over) {
      go.set(ValueLayout.JAVA_BOOLEAN, 0, false);
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    tensor.close();
  }
}
