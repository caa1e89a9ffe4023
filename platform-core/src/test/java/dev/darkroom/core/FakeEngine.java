package dev.darkroom.core;

import dev.darkroom.core.error.DeviceMemoryException;
import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.ir.Graph;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Capabilities;
import dev.darkroom.core.spi.CompileOptions;
import dev.darkroom.core.spi.CompiledGraph;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A backend with a card that is too small for anything, a device without driver, and a processor; it
/// notes what is opened and closed.
final class FakeEngine implements BackendProvider, Plugins {

  static final String SMALL_CARD = "card";
  static final String NO_DRIVER = "cuda";

  final List<String> opened = new ArrayList<>();
  final List<String> closed = new ArrayList<>();

  boolean processorIsFull;
  Optional<ModelFamily> family = Optional.empty();

  @Override
  public String id() {
    return "backend.fake";
  }

  @Override
  public Availability probe() {
    return Availability.yes("Fake 1.0");
  }

  @Override
  public List<Device> devices() {
    return List.of(
        Device.cpu("a processor"),
        new Device(SMALL_CARD, Availability.yes("a small card")),
        new Device(NO_DRIVER, Availability.no("no driver")));
  }

  @Override
  public Backend open(Device device) {
    opened.add(device.id());
    return new Opened(device);
  }

  @Override
  public <P extends Plugin> List<P> all(Class<P> kind) {
    return Stream.concat(Stream.of(this), family.stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  @Override
  public <P extends Plugin> P find(Class<P> kind, String name) {
    return all(kind).stream()
        .filter(plugin -> plugin.id().endsWith(name))
        .findFirst()
        .orElseThrow(() -> new UnknownPluginException("backend", name, List.of(id())));
  }

  private final class Opened implements Backend {
    private final Device device;

    private Opened(Device device) {
      this.device = device;
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities("Fake 1.0", Set.of(DType.F32));
    }

    @Override
    public CompiledGraph compile(Graph graph, Weights weights, CompileOptions options) {
      if (processorIsFull || !device.id().equals(Device.CPU)) {
        throw new DeviceMemoryException(device.id() + " is full", new OutOfMemoryError());
      }
      return new Echo();
    }

    @Override
    public void close() {
      closed.add(device.id());
    }
  }

  /// Gives back what it is given.
  private static final class Echo implements CompiledGraph {
    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs, Cancellation cancellation) {
      return inputs;
    }

    @Override
    public void close() {}
  }
}
