package dev.darkroom.core.pipeline;

import dev.darkroom.core.error.DeviceMemoryException;
import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSession;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// The components of one open model, compiled when they are first needed.
final class Components implements ModelSession, AutoCloseable {

  private record Form(Component component, GraphOptions options) {}

  private final ModelFamily family;
  private final ModelSpec spec;
  private final Engines engines;
  private final Map<Form, CompiledGraph> compiled = new HashMap<>();
  private boolean closed;

  Components(ModelFamily family, ModelSpec spec, Engines engines) {
    this.family = family;
    this.spec = spec;
    this.engines = engines;
  }

  @Override
  public ModelSpec spec() {
    return spec;
  }

  @Override
  public Map<String, Tensor> run(
      Component component,
      GraphOptions options,
      Map<String, Tensor> inputs,
      Cancellation cancellation) {
    return open(component, options).run(inputs, cancellation);
  }

  /// The compiled component; compiles it now if that has not been done.
  synchronized CompiledGraph open(Component component, GraphOptions options) {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
    return compiled.computeIfAbsent(new Form(component, options), this::compile);
  }

  /// On the component's engine, or on the processor if its device is too small.
  private CompiledGraph compile(Form form) {
    Model.Engine engine = engines.engine(spec, form.component());
    try {
      return compile(form, engine);
    } catch (DeviceMemoryException e) {
      if (engine.reference().device().equals(Device.CPU)) {
        throw e;
      }
      String reason = String.valueOf(e.getMessage());
      return compile(form, engines.withoutDevice(spec, form.component(), reason));
    }
  }

  private CompiledGraph compile(Form form, Model.Engine engine) {
    Graph graph = graph(form.component(), form.options());
    CompileOptions options = CompileOptions.of(form.component().id()).with(engine.precision());
    return engine.backend().compile(graph, family.weights(spec, form.component()), options);
  }

  /// What computes each component, by the component's id.
  Map<String, Recipe.Engine> engines() {
    Map<String, Recipe.Engine> references = new TreeMap<>();
    for (Component component : spec.components()) {
      references.put(component.id(), engines.engine(spec, component).reference());
    }
    return references;
  }

  Graph graph(Component component, GraphOptions options) {
    String location = spec.index().location().toString();
    if (!spec.components().contains(component)) {
      throw new ModelFormatException(
          location, "has no %s; it holds %s.".formatted(component, spec.components()));
    }
    try {
      return family.graph(spec, component, options);
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(
          location,
          "the configuration of %s contradicts itself: %s".formatted(component, e.getMessage()),
          e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    compiled.values().forEach(CompiledGraph::close);
    compiled.clear();
  }
}
