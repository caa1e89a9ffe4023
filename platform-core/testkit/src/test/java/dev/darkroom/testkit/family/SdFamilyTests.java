package dev.darkroom.testkit.family;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.testkit.Fixtures;
import dev.darkroom.testkit.ModelFamilyContract;

final class SdFamilyTests implements ModelFamilyContract {

  @Override
  public ModelFamily provider() {
    return PluginCatalog.load().find(ModelFamily.class, "family.sd");
  }

  @Override
  public WeightIndex example() {
    return ModelFiles.open(Fixtures.path("pipelines/tiny-sd"));
  }
}
