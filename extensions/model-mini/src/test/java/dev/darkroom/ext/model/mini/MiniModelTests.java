package dev.darkroom.ext.model.mini;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.spi.ModelProvider;
import dev.darkroom.testkit.ModelProviderContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MiniModelTests implements ModelProviderContract {

  @TempDir Path cache;

  @Override
  public ModelProvider provider() {
    return new MiniModel();
  }

  @Test
  void isFoundAsPlugin() {
    assertThat(MiniModel.class.getModule().getDescriptor().provides())
        .anyMatch(provides ->
            provides.service().equals(ModelProvider.class.getName())
                && provides.providers().contains(MiniModel.class.getName()));
  }

  @Test
  void givesDiffusersFolder() {
    Path folder = new MiniModel().folder(cache);
    assertThat(folder.resolve("model_index.json")).isRegularFile();
    assertThat(folder.resolve("unet/config.json")).isRegularFile();
  }

  @Test
  void comesWithSettingsOfItsOwn() {
    assertThat(new MiniModel().defaults().sampling().steps()).isPositive();
    assertThat(new MiniModel().defaults().guidance().scale()).isGreaterThan(1);
  }
}
