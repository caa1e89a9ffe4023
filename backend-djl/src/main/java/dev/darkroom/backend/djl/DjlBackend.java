package dev.darkroom.backend.djl;

import ai.djl.Device;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Source;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Capabilities;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.Weights;
import java.util.ArrayList;
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
    WeightPlan plan = new WeightPlan(graph, options.precision(), device.equals(Device.cpu()));
    List<Weight> found = plan.sources().stream().map(source -> weight(source, weights)).toList();
    PackingScript packing = new PackingScript();
    List<String> methods = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      methods.add(packing.method(found.get(i).dtype(), plan.packing(i)));
    }
    String network =
        new ScriptEmitter(options.precision(), plan, List.copyOf(graph.inputs().keySet()))
            .emit(graph);
    try {
      TorchModule module =
          new TorchModule(Archive.of(packing + network), device, options.threads());
      try {
        for (int i = 0; i < found.size(); i++) {
          boolean kept = plan.packing(i).equals(Packing.rows(found.get(i).dtype()));
          module.add(found.get(i).read(), methods.get(i), kept);
        }
        return module;
      } catch (RuntimeException e) {
        module.close();
        throw e;
      }
    } catch (dev.darkroom.core.error.DarkroomException e) {
      throw e;
    } catch (RuntimeException e) {
      throw EngineErrors.wrap(options.name() + " could not be compiled for " + device, e);
    }
  }

  private static Weight weight(Source source, Weights weights) {
    return switch (source) {
      case Source.Weight(String key, Type type) -> checked(key, type, weights.get(key));
      case Source.Constant(Tensor value) -> new ConstantWeight(value);
      case Source.Input input -> throw new IllegalStateException(input + " is no weight");
    };
  }

  private static Weight checked(String key, Type type, Weight weight) {
    if (!Type.of(type.dtype(), weight.shape()).equals(type)) {
      throw new ModelFormatException(
          key,
          "the model's tensor is " + weight.shape() + ", its architecture needs " + type + ".");
    }
    return weight.cast(ScriptEmitter.crossing(weight.dtype()));
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
