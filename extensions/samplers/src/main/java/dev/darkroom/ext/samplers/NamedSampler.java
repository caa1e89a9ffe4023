package dev.darkroom.ext.samplers;

import dev.darkroom.core.spi.SamplerProvider;
import java.util.List;

/// A provider of a family whose members differ by names and numbers only.
public abstract class NamedSampler implements SamplerProvider {

  private final SamplerName name;

  protected NamedSampler(SamplerName name) {
    this.name = name;
  }

  @Override
  public final String id() {
    return name.id();
  }

  @Override
  public final String title() {
    return name.title();
  }

  @Override
  public final String summary() {
    return name.summary();
  }

  @Override
  public final List<String> aliases() {
    return name.aliases();
  }
}
