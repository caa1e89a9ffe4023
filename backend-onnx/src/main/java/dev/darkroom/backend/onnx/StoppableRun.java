package dev.darkroom.backend.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/// The native options of one run, which another thread may use to stop it. Stopping after the run is
/// over does nothing.
final class StoppableRun implements AutoCloseable {

  private final OrtSession.RunOptions options;
  private boolean over;

  StoppableRun() throws OrtException {
    options = new OrtSession.RunOptions();
  }

  OrtSession.RunOptions options() {
    return options;
  }

  synchronized void stop() {
    if (over) {
      return;
    }
    try {
      options.setTerminate(true);
    } catch (OrtException e) {
      throw EngineErrors.wrap("A run could not be stopped", e);
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    options.close();
  }
}
