package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.SamplerTraits;
import java.util.Map;

/// A sampler with other settings than its own defaults, to be judged like any other.
///
/// @param traits what it is then
public record WithSettings(SamplerProvider base, Map<String, String> settings, SamplerTraits traits)
    implements SamplerProvider {

  @Override
  public String id() {
    return base.id() + "-with-settings";
  }

  @Override
  public String summary() {
    return base.summary();
  }

  @Override
  public Sampler create(ParameterValues values) {
    return base.create(base.parameters().parse(settings));
  }
}
