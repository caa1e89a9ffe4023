package dev.darkroom.backend.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Capabilities;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.weights.Weights;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A device of ONNX Runtime that compiles graphs.
final class OnnxBackend implements Backend {

  private static final String WEIGHTS_OUTSIDE_ARENA =
      "session.use_device_allocator_for_initializers";

  private final ExecutionDevice device;
  private final OrtEnvironment environment;
  private final Set<OnnxGraph> open = ConcurrentHashMap.newKeySet();
  private boolean closed;

  OnnxBackend(ExecutionDevice device, OrtEnvironment environment) {
    this.device = device;
    this.environment = environment;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        "ONNX Runtime " + environment.getVersion(), device.provider().precisions());
  }

  @Override
  public CompiledGraph compile(Graph graph, Weights weights, CompileOptions options) {
    requireOpen();
    if (!device.provider().precisions().contains(options.precision())) {
      throw new InvalidRequestException(
          "precision",
          "%s computes in %s, not in %s; choose one of those or another device."
              .formatted(device, device.provider().precisions(), options.precision()));
    }
    NativeComposites composites = new NativeComposites(device.provider().contrib());
    Graph lowered = Lowering.lower(graph, composites::claims);
    try (ModelWeights supply = new ModelWeights(weights)) {
      byte[] model =
          new ModelEmitter(options.name(), composites, options.precision(), supply).emit(lowered);
      return keep(
          new OnnxGraph(options.name(), lowered, session(model, supply, options), open::remove));
    }
  }

  private OrtSession session(byte[] model, ModelWeights supply, CompileOptions options) {
    try (SessionOptions session = new SessionOptions()) {
      session.setIntraOpNumThreads(
          options.threads() > 0 ? options.threads() : Runtime.getRuntime().availableProcessors());
      // weights live as long as the session; the arena is for what comes and goes with each run
      session.addConfigEntry(WEIGHTS_OUTSIDE_ARENA, "1");
      device.addTo(session);
      supply.addTo(session);
      return environment.createSession(model, session);
    } catch (OrtException e) {
      throw EngineErrors.wrap(options.name() + " could not be compiled for " + device, e);
    }
  }

  private synchronized CompiledGraph keep(OnnxGraph graph) {
    open.add(graph);
    if (closed) { // closed while this was compiled
      graph.close();
      requireOpen();
    }
    return graph;
  }

  private synchronized void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the backend is closed; open the device again");
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    open.forEach(OnnxGraph::close);
  }
}
