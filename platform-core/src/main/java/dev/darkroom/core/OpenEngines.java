package dev.darkroom.core;

import dev.darkroom.core.pipeline.Engines;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.placement.Machine;
import dev.darkroom.core.placement.ModelShape;
import dev.darkroom.core.placement.Placement;
import dev.darkroom.core.placement.PlacementRules;
import dev.darkroom.core.placement.Speed;
import dev.darkroom.core.placement.SpeedTable;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.tensor.DType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The backends that are open, one for each device in use, shared by all models.
final class OpenEngines implements Engines, AutoCloseable {

  private record Place(String backend, String device) {}

  private record Part(ModelSpec spec, Component component) {}

  private final Plugins plugins;
  private final DarkroomOptions options;
  private final Map<Place, Backend> backends = new LinkedHashMap<>();
  private final Map<Part, Model.Engine> engines = new HashMap<>();
  private final Set<String> said = new HashSet<>();

  OpenEngines(Plugins plugins, DarkroomOptions options) {
    this.plugins = plugins;
    this.options = options;
  }

  @Override
  public synchronized Model.Engine engine(ModelSpec spec, Component component) {
    return engines.computeIfAbsent(
        new Part(spec, component), part -> open(placement(part.spec(), part.component())));
  }

  /// Where a component is computed, without opening anything.
  Placement placement(ModelSpec spec, Component component) {
    String backend = options.backend().of(component);
    List<Speed> speeds = backend.equals(DarkroomOptions.AUTO) ? speeds(spec) : List.of();
    return new PlacementRules(plugins, speeds)
        .decide(backend, options.device().of(component), options.precision().of(component));
  }

  /// What was measured on this machine with models like `spec`.
  private List<Speed> speeds(ModelSpec spec) {
    SpeedTable table = SpeedTable.in(options.cache(), this::sayOnce);
    Optional<String> shape =
        table.speeds().isEmpty() ? Optional.empty() : ModelShape.of(plugins, spec);
    return shape.map(text -> table.of(Machine.name(), text)).orElse(List.of());
  }

  /// The engine that the options mean for no component in particular.
  synchronized Model.Engine common() {
    return open(
        new PlacementRules(plugins, List.of())
            .decide(
                options.backend().common(),
                options.device().common(),
                options.precision().common()));
  }

  private Model.Engine open(Placement placement) {
    placement.fallback().ifPresent(this::sayOnce);
    return open(placement.backend(), placement.device(), placement.precision());
  }

  /// What holds for several components is said once.
  private synchronized void sayOnce(String notice) {
    if (said.add(notice)) {
      options.notices().accept(notice);
    }
  }

  private Model.Engine open(BackendProvider provider, Device device, DType precision) {
    Backend backend =
        backends.computeIfAbsent(new Place(provider.id(), device.id()), _ -> provider.open(device));
    Recipe.Engine reference =
        new Recipe.Engine(
            provider.id(), device.id(), precision.name(), backend.capabilities().engine());
    return new Model.Engine(backend, precision, reference);
  }

  @Override
  public synchronized Model.Engine withoutDevice(
      ModelSpec spec, Component component, String reason) {
    Recipe.Engine engine = engine(spec, component).reference();
    options
        .notices()
        .accept(
            "%s does not fit on %s of %s (%s); it is computed on the processor instead."
                .formatted(component, engine.device(), engine.backend(), reason));
    BackendProvider provider = plugins.find(BackendProvider.class, engine.backend());
    Model.Engine moved =
        open(provider, Device.cpu("the processor"), DType.valueOf(engine.precision()));
    engines.put(new Part(spec, component), moved);
    return moved;
  }

  @Override
  public synchronized void close() {
    backends.values().forEach(Backend::close);
    backends.clear();
    engines.clear();
  }
}
