package dev.darkroom.app.report;

import dev.darkroom.core.spi.ModelDefaults;
import dev.darkroom.core.spi.ModelProvider;
import dev.darkroom.core.spi.Plugins;
import java.util.List;

/// All installed models, the default first.
public record ModelReport(List<Row> models) {

  /// One installed model.
  public record Row(String id, String title, int steps, String sampler, double guidance) {}

  public static ModelReport of(Plugins plugins) {
    return new ModelReport(
        plugins.all(ModelProvider.class).stream().map(ModelReport::row).toList());
  }

  private static Row row(ModelProvider provider) {
    ModelDefaults defaults = provider.defaults();
    return new Row(
        provider.id(),
        provider.title(),
        defaults.sampling().steps(),
        defaults.sampling().sampler(),
        defaults.guidance().scale());
  }
}
