package dev.darkroom.core.pipeline;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSession;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;

/// The components of one open model, compiled when they are first needed.
final class Components implements ModelSession, AutoCloseable {

  private record Form(Component component, GraphOptions options) {}

  private final ModelFamily family;
  private final ModelSpec spec;
  private final Backend backend;
  private final DType precision;
  private final Map<Form, CompiledGraph> compiled = new HashMap<>();
  private boolean closed;

  Components(ModelFamily family, ModelSpec spec, Backend backend, DType precision) {
    this.family = family;
    this.spec = spec;
    this.backend = backend;
    this.precision = precision;
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

  private CompiledGraph compile(Form form) {
    Graph graph = graph(form.component(), form.options());
    CompileOptions options = CompileOptions.of(form.component().id()).with(precision);
    return backend.compile(graph, family.weights(spec, form.component()), options);
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
