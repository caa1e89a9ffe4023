package dev.darkroom.backend.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Device;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorflowBackendProviderTests {

  private final TensorflowBackendProvider provider = new TensorflowBackendProvider();

  @Test
  void isFoundAsAPlugin() {
    assertThat(PluginCatalog.load().find(BackendProvider.class, "backend.tf"))
        .isInstanceOf(TensorflowBackendProvider.class);
    assertThat(provider.probe().usable()).isTrue();
    assertThat(provider.aliases()).contains("tf", "tensorflow");
  }

  @Test
  void theProcessorIsUsableAndTheGraphicsCardSaysWhyNot() {
    assertThat(provider.devices()).extracting(Device::id).containsExactly("cpu", "gpu");
    assertThat(provider.devices().getFirst().availability().usable()).isTrue();
    assertThat(provider.devices().getLast().availability().usable()).isFalse();
    assertThat(provider.devices())
        .allSatisfy(device -> assertThat(device.availability().detail()).isNotBlank());
  }

  @Test
  void engineAndVersionAreNamed() {
    try (Backend backend = OpenDevice.cpu()) {
      assertThat(backend.capabilities().engine()).matches("TensorFlow \\d+\\.\\d+\\.\\d+");
    }
  }

  @Test
  void unknownAndUnusableDevicesAreRefused() {
    for (String id : new String[] {"abacus", "gpu", "cpu:"}) {
      assertThatThrownBy(() -> provider.open(new Device(id, Availability.yes("hoped for"))))
          .isInstanceOf(BackendException.class)
          .hasMessageContaining(id)
          .hasMessageContaining("cpu");
    }
  }

  @Test
  void aFolderWithoutLibrariesIsNamedWithWhatToSet(@TempDir Path folder) {
    NativeLibraries libraries = new NativeLibraries(Optional.of(folder), "linux-x86_64", "1.1.0");
    assertThat(libraries.missing().orElseThrow())
        .contains(folder.toString())
        .contains(NativeLibraries.PATH);
    assertThatThrownBy(libraries::load).isInstanceOf(BackendException.class);
  }

  @Test
  void aPlatformWithoutLibrariesIsToldWhichJarToAdd() {
    NativeLibraries libraries = new NativeLibraries(Optional.empty(), "plan9-mips", "1.1.0");
    assertThat(libraries.missing().orElseThrow())
        .contains("tensorflow-core-native-1.1.0-plan9-mips.jar")
        .contains(NativeLibraries.PATH);
  }
}
