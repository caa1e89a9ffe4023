package dev.darkroom.testkit.family;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.ConditionerProvider;
import dev.darkroom.core.spi.ModelSession;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.testkit.ConditionerContract;
import dev.darkroom.testkit.Fixtures;
import org.junit.jupiter.api.AfterEach;

final class SdConditionerContractTests implements ConditionerContract {

  private final ReferenceSession session =
      ReferenceSession.of(ModelFiles.open(Fixtures.path("pipelines/tiny-sd")));

  @Override
  public ConditionerProvider provider() {
    return PluginCatalog.load().find(ConditionerProvider.class, "conditioner.sd-text");
  }

  @Override
  public ModelSession session() {
    return session;
  }

  @AfterEach
  void close() {
    session.close();
  }
}
