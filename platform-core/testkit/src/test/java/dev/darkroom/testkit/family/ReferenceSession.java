package dev.darkroom.testkit.family;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.Conditioner;
import dev.darkroom.core.spi.ConditionerProvider;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSession;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.WeightIndex;
import java.util.List;
import java.util.Map;

/// A model open on the reference backend.
///
/// @param spec the model
/// @param backend owned by the session
record ReferenceSession(ModelSpec spec, Backend backend) implements ModelSession, AutoCloseable {

  static ReferenceSession of(WeightIndex index) {
    BackendProvider provider = PluginCatalog.load().find(BackendProvider.class, "reference");
    return new ReferenceSession(
        Families.recognised(index), provider.open(provider.devices().getFirst()));
  }

  /// The one conditioner that supports the model.
  Conditioner conditioner() {
    List<ConditionerProvider> providers =
        PluginCatalog.load().all(ConditionerProvider.class).stream()
            .filter(provider -> provider.supports(spec))
            .toList();
    if (providers.size() != 1) {
      throw new AssertionError(providers + " support " + spec.title());
    }
    return providers.getFirst().open(this);
  }

  @Override
  public Map<String, Tensor> run(
      Component component,
      GraphOptions options,
      Map<String, Tensor> inputs,
      Cancellation cancellation) {
    ModelFamily family = Families.of(spec);
    try (CompiledGraph compiled =
        backend.compile(
            family.graph(spec, component, options),
            family.weights(spec, component),
            CompileOptions.of(component.id()))) {
      return compiled.run(inputs, cancellation);
    }
  }

  /// What an encoder returns by its plain form for one window of ids.
  Map<String, Tensor> encode(Component component, Tensor ids) {
    return run(component, GraphOptions.plain(), Map.of("input_ids", ids), Cancellation.none());
  }

  @Override
  public void close() {
    backend.close();
  }
}
