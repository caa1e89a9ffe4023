package dev.darkroom.core.placement;

import dev.darkroom.core.spi.DiffusionSettings;
import dev.darkroom.core.spi.GraphOptions;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.spi.Plugins;
import java.util.Optional;

/// What speed depends on in a model: the family and the size of its denoiser. Models of one shape are
/// equally fast.
public final class ModelShape {

  private ModelShape() {}

  /// The shape, as text for tables: `family.sd, 859520964 parameters, 512x512`. Empty for a single
  /// component.
  public static Optional<String> of(Plugins plugins, ModelSpec spec) {
    return spec.diffusion().map(settings -> of(plugins, spec, settings));
  }

  private static String of(Plugins plugins, ModelSpec spec, DiffusionSettings settings) {
    ModelFamily family = plugins.find(ModelFamily.class, spec.family());
    long parameters = family.graph(spec, settings.denoiser(), GraphOptions.plain()).parameters();
    return "%s, %d parameters, %s".formatted(spec.family(), parameters, settings.size());
  }
}
