package dev.darkroom.backend.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import org.junit.jupiter.api.Test;

class OnnxBackendProviderTests {

  private final OnnxBackendProvider provider = new OnnxBackendProvider();

  @Test
  void isFoundAsAPlugin() {
    assertThat(PluginCatalog.load().find(BackendProvider.class, "backend.onnx"))
        .isInstanceOf(OnnxBackendProvider.class);
    assertThat(provider.probe().usable()).isTrue();
  }

  @Test
  void everyDeviceIsListedAndTheUnusableOnesSayWhy() {
    assertThat(provider.devices())
        .extracting(Device::id)
        .containsExactly("cpu", "cuda", "tensorrt", "rocm", "directml", "coreml", "openvino");
    assertThat(provider.devices().getFirst().availability().usable()).isTrue();
    assertThat(provider.devices())
        .allSatisfy(d -> assertThat(d.availability().detail()).isNotBlank());
  }

  @Test
  void engineAndVersionAreNamed() {
    try (Backend backend = OpenDevice.cpu()) {
      assertThat(backend.capabilities().engine()).matches("ONNX Runtime \\d+\\.\\d+\\.\\d+");
    }
  }

  @Test
  void unknownAndUnusableDevicesAreRefused() {
    assertRefused("abacus", "cuda");
    assertRefused("cpu:", "cpu");
    for (Device device : provider.devices()) {
      if (!device.availability().usable()) {
        assertRefused(device.id(), device.id());
      }
    }
  }

  private void assertRefused(String id, String mentioned) {
    Device device = new Device(id, Availability.yes("hoped for"));
    assertThatThrownBy(() -> provider.open(device))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining(mentioned);
  }
}
