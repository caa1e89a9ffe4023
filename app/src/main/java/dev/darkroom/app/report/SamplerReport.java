package dev.darkroom.app.report;

import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.SamplerProvider;
import java.util.List;

/// All samplers, preferred ones first.
public record SamplerReport(List<Row> samplers) {

  /// One sampler.
  public record Row(String id, String title, List<String> aliases, List<Setting> settings) {}

  public static SamplerReport of(Plugins plugins) {
    return new SamplerReport(
        plugins.all(SamplerProvider.class).stream().map(SamplerReport::row).toList());
  }

  private static Row row(SamplerProvider provider) {
    return new Row(
        provider.id(),
        provider.title(),
        provider.aliases(),
        Setting.of(provider.parameters().parameters()));
  }
}
