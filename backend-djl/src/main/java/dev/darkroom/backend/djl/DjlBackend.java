package dev.darkroom.backend.djl;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.lowering.Lowering;
import dev.darkroom.core.spi.Capabilities;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.TrainableGraph;
import dev.darkroom.core.spi.TrainingBackend;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.weights.Weights;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A device of PyTorch that compiles graphs.
final class DjlBackend implements TrainingBackend {

  private static final Set<DType> PRECISIONS = Set.of(DType.F32, DType.BF16);

  private final Device device;
  private final String engine;
  private final Set<GuardedModule> open = ConcurrentHashMap.newKeySet();
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
    requirePrecision(options.precision());
    Graph lowered = Lowering.lower(graph, NativeComposites::claims);
    WeightPlan plan = new WeightPlan(lowered, options.precision(), device.equals(Device.cpu()));
    WeightLoader loader = new WeightLoader(plan, weights);
    String network =
        new ScriptEmitter(options.precision(), plan, List.copyOf(lowered.inputs().keySet()))
            .emit(lowered);
    byte[] archive = Archive.of(loader.script() + AttentionScript.METHOD + network);
    return new DjlGraph(lowered, keep(options, module(archive, loader, options)));
  }

  @Override
  public TrainableGraph compileForTraining(
      Graph loss, Weights weights, Set<String> trainable, CompileOptions options) {
    requireOpen();
    requirePrecision(options.precision());
    Graph lowered = Lowering.lower(loss, NativeComposites::claims);
    TrainingPlan training = new TrainingPlan(lowered, Set.copyOf(trainable));
    WeightLoader loader = new WeightLoader(training.plan(), training.plain(weights));
    String methods = loader.script() + training.script(options.precision());
    byte[] archive = Archive.of(GradientScript.SLOTS, methods);
    GuardedModule module = keep(options, module(archive, loader, options));
    return new DjlTrainableGraph(lowered, module, training.trained());
  }

  private void requirePrecision(DType precision) {
    if (!PRECISIONS.contains(precision)) {
      throw new InvalidRequestException(
          "precision",
          "%s computes in %s, not in %s; choose one of those or another backend."
              .formatted(engine, PRECISIONS, precision));
    }
  }

  private TorchModule module(byte[] archive, WeightLoader loader, CompileOptions options) {
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

  private synchronized GuardedModule keep(CompileOptions options, TorchModule loaded) {
    GuardedModule module = new GuardedModule(options.name(), loaded, open::remove);
    open.add(module);
    if (closed) { // closed while this was compiled
      module.close();
      requireOpen();
    }
    return module;
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
    open.forEach(GuardedModule::close);
  }
}
