package dev.darkroom.backend.djl;

import ai.djl.engine.Engine;
import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import java.util.ArrayList;
import java.util.List;

/// PyTorch through DJL: the processor, and NVIDIA's cards where PyTorch's libraries for CUDA are.
public final class DjlBackendProvider implements BackendProvider {

  private static final String CUDA = "cuda";

  private static final String NO_CARD =
      "no card was found, or PyTorch's libraries are those without CUDA; set -D"
          + TorchLibraries.FOLDER
          + " to a folder with those for CUDA, and PYTORCH_FLAVOR=cu128";

  @Override
  public String id() {
    return "backend.djl";
  }

  @Override
  public String title() {
    return "PyTorch (DJL)";
  }

  @Override
  public String summary() {
    return "Computes with PyTorch, through the Deep Java Library.";
  }

  @Override
  public List<String> aliases() {
    return List.of("djl", "pytorch", "torch");
  }

  @Override
  public int priority() {
    return 150;
  }

  @Override
  public Availability probe() {
    return TorchLibraries.present()
        ? Availability.yes("PyTorch " + TorchLibraries.version())
        : Availability.no(
            ("PyTorch's libraries are missing; put the jars pytorch-jni and pytorch-native-cpu"
                    + " (group ai.djl.pytorch) on the class path, or set -D%s to a folder with the"
                    + " latter's libraries")
                .formatted(TorchLibraries.FOLDER));
  }

  @Override
  public List<Device> devices() {
    Engine engine;
    try {
      engine = engine();
    } catch (BackendException e) {
      return List.of(new Device(Device.CPU, Availability.no(String.valueOf(e.getMessage()))));
    }
    List<Device> devices = new ArrayList<>();
    devices.add(Device.cpu("every processor"));
    int cards = engine.getGpuCount();
    for (int card = 0; card < cards; card++) {
      devices.add(new Device(card(card), Availability.yes("card " + card)));
    }
    if (cards == 0) {
      devices.add(new Device(card(0), Availability.no(NO_CARD)));
    }
    return devices;
  }

  private static String card(int number) {
    return number == 0 ? CUDA : CUDA + ":" + number;
  }

  @Override
  public Backend open(Device device) {
    Engine engine = engine();
    return new DjlBackend(place(device, engine), "PyTorch " + engine.getVersion());
  }

  private static ai.djl.Device place(Device device, Engine engine) {
    if (device.id().equals(Device.CPU)) {
      return ai.djl.Device.cpu();
    }
    for (int card = 0; card < engine.getGpuCount(); card++) {
      if (device.id().equals(card(card))) {
        return ai.djl.Device.gpu(card);
      }
    }
    throw new BackendException(
        "The device %s cannot be used: PyTorch sees %d cards."
            .formatted(device.id(), engine.getGpuCount()));
  }

  /// The engine, loaded on first use.
  static Engine engine() {
    TorchLibraries.prepare();
    try {
      return Engine.getEngine(TorchModule.ENGINE);
    } catch (RuntimeException | LinkageError e) {
      throw new BackendException(
          "PyTorch's libraries cannot be loaded; delete the folder djl in Darkroom's cache, or set"
              + " -D%s: %s".formatted(TorchLibraries.FOLDER, e.getMessage()),
          e);
    }
  }
}
