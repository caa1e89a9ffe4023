package dev.darkroom.app.report;

import dev.darkroom.core.sampling.SamplingNames.Named;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// All samplers, preferred ones first.
public record SamplerReport(List<Row> samplers) {

  /// One sampler.
  ///
  /// @param guidance the guidance scale that it is made for; null for the model's own
  /// @param presets names that stand for it with certain settings or on a certain schedule
  public record Row(
      String id,
      String title,
      String summary,
      List<String> aliases,
      List<Preset> presets,
      SamplerTraits traits,
      @Nullable Double guidance,
      List<Setting> settings) {

    private static Row of(SamplerProvider provider) {
      OptionalDouble guidance = provider.guidance();
      return new Row(
          provider.id(),
          provider.title(),
          provider.summary(),
          provider.aliases(),
          provider.presets(),
          provider.traits(),
          guidance.isPresent() ? guidance.getAsDouble() : null,
          Setting.of(provider.parameters().parameters()));
    }
  }

  public static SamplerReport of(Plugins plugins) {
    return new SamplerReport(plugins.all(SamplerProvider.class).stream().map(Row::of).toList());
  }

  /// What they are called.
  public List<Named> names() {
    return samplers.stream()
        .map(row -> new Named(row.id(), row.title(), row.aliases(), row.presets()))
        .toList();
  }

  /// @param id the id of one of them
  public Row row(String id) {
    return samplers.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }
}
