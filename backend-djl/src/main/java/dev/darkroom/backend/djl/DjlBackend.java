package dev.darkroom.backend.djl;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Capabilities;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.weights.Weights;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A device of PyTorch that compiles graphs.
final class DjlBackend implements Backend {

  private static final Set<DType> PRECISIONS = Set.of(DType.F32, DType.BF16);

  private final Device device;
  private final String engine;
  private final Set<DjlGraph> open = ConcurrentHashMap.newKeySet();
  private boolean closed;

  DjlBackend(Device device, String engine) {
    this.device = device;
    this.engine = engine;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(engine, PRECISIONS);
  }

  @Override
  public CompiledGraph compile(Graph graph, Weights weights, CompileOptions options) {
    requireOpen();
    if (!PRECISIONS.contains(options.precision())) {
      throw new InvalidRequestException(
          "precision",
          "%s computes in %s, not in %s; choose one of those or another backend."
              .formatted(engine, PRECISIONS, options.precision()));
    }
    Graph lowered = Lowering.lower(graph, NativeComposites::claims);
    return keep(
        new DjlGraph(options.name(), lowered, module(lowered, weights, options), open::remove));
  }

  private TorchModule module(Graph graph, Weights weights, CompileOptions options) {
    boolean processor = device.equals(Device.cpu());
    WeightPlan plan = new WeightPlan(graph, options.precision(), processor);
    WeightLoader loader = new WeightLoader(plan, weights);
    String network =
        new ScriptEmitter(options.precision(), plan, List.copyOf(graph.inputs().keySet()))
            .emit(graph);
    byte[] archive = Archive.of(loader.script() + AttentionScript.METHOD + network);
    try {
      TorchModule module = new TorchModule(archive, device, options.threads());
      try {
        loader.load(module);
      } catch (RuntimeException e) {
        module.close();
        throw e;
      }
      return module;
    } catch (EngineException e) {
      throw EngineErrors.wrap(options.name() + " could not be compiled for " + device, e);
    }
  }

  private synchronized CompiledGraph keep(DjlGraph graph) {
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
    open.forEach(DjlGraph::close);
  }
}
