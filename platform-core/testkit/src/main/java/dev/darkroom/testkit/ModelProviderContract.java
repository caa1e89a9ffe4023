package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.spi.ModelDefaults;
import dev.darkroom.core.spi.ModelProvider;
import dev.darkroom.core.weights.ModelFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every module with a model owes: implement this in a test class and name the provider.
public interface ModelProviderContract extends PluginContract<ModelProvider> {

  @Override
  default String kind() {
    return "model";
  }

  @Test
  default void hasItsFilesInAFolder(@TempDir Path cache) {
    Path folder = provider().folder(cache);
    assertThat(folder).isDirectory();
    assertThat(ModelFiles.open(folder).weights()).isNotEmpty();
    assertThat(provider().folder(cache)).isEqualTo(folder);
  }

  @Test
  default void unpacksForSeveralAtOnce(@TempDir Path cache) {
    List<Path> folders =
        IntStream.range(0, 8).parallel().mapToObj(_ -> provider().folder(cache)).toList();
    assertThat(folders).allMatch(folder -> folder.equals(folders.getFirst()));
    assertThat(ModelFiles.open(folders.getFirst()).weights()).isNotEmpty();
  }

  @Test
  default void hasSettingsThatSuitIt() {
    ModelDefaults defaults = provider().defaults();
    assertThat(defaults.sampling().sampler()).startsWith("sampler.");
    assertThat(defaults.sampling().schedule()).startsWith("schedule.");
    assertThat(defaults.sampling().steps()).isBetween(1, 1000);
    assertThat(defaults.guidance().scale()).isBetween(0.0, 100.0);
  }
}
