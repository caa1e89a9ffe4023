package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.weights.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;

/// What makes up a compiled graph: the session, the weights, and where everything is fed.
record CompiledParts(
    EngineSession session,
    ModelWeights weights,
    Edge go,
    Map<String, Edge> inputs,
    Map<String, Edge> outputs)
    implements AutoCloseable {

  static CompiledParts of(Graph lowered, Weights source, CompileOptions options) {
    EngineSession session = new EngineSession(threads(options));
    ModelWeights weights = new ModelWeights(source);
    try (PointerScope _ = new PointerScope()) {
      Emission first = new Emission(session.graph(), StopPoints.none());
      first.label("go");
      Edge go = first.placeholder(Type.of(DType.BOOL, Shape.of()));
      Emission out = new Emission(session.graph(), StopPoints.reading(go));
      GraphEmitter.Emitted emitted =
          new GraphEmitter(out, options.precision(), weights).emit(lowered);
      weights.finish();
      return new CompiledParts(session, weights, go, emitted.inputs(), emitted.outputs());
    } catch (RuntimeException | Error e) {
      session.close();
      weights.close();
      throw e;
    }
  }

  private static int threads(CompileOptions options) {
    return options.threads() > 0 ? options.threads() : Runtime.getRuntime().availableProcessors();
  }

  /// @param values tensors for the inputs, in their order
  /// @return the outputs, in their order, which the caller closes
  List<EngineTensor> run(String what, List<EngineTensor> values, StopSwitch stop) {
    List<Edge> fed = new ArrayList<>(inputs.values());
    List<EngineTensor> tensors = new ArrayList<>(values);
    fed.add(go);
    tensors.add(stop.tensor());
    weights
        .tensors()
        .forEach((edge, tensor) -> {
          fed.add(edge);
          tensors.add(tensor);
        });
    return session.run(what, fed, tensors, List.copyOf(outputs.values()));
  }

  @Override
  public void close() {
    session.close();
    weights.close();
  }
}
