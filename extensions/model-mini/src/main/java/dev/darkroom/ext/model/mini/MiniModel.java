package dev.darkroom.ext.model.mini;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.spi.Guidance;
import dev.darkroom.core.spi.ModelDefaults;
import dev.darkroom.core.spi.ModelProvider;
import dev.darkroom.core.spi.Sampling;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;

/// Everyday things as flat icons of 128x128 pixels.
///
/// Out of a jar the files are unpacked once into `models/mini-<content hash>` of the cache; out of a
/// folder of classes they are used where they lie.
public final class MiniModel implements ModelProvider {

  static final String RESOURCES = "darkroom-mini";

  @Override
  public String id() {
    return "model.mini";
  }

  @Override
  public String title() {
    return "Darkroom mini";
  }

  @Override
  public String summary() {
    return "Everyday things as flat icons of 128x128 pixels.";
  }

  @Override
  public List<String> aliases() {
    return List.of("mini");
  }

  @Override
  public ModelDefaults defaults() {
    Sampling sampling = Sampling.of("sampler.dpmpp-2m", "schedule.karras", 20);
    return new ModelDefaults(sampling, Guidance.of(3));
  }

  @Override
  public Path folder(Path cache) {
    Path module = location();
    return Files.isDirectory(module)
        ? module.resolve(RESOURCES)
        : new PackedModel(module, RESOURCES).unpack(cache.resolve("models"), "mini");
  }

  /// The jar or folder that this class was loaded from.
  private static Path location() {
    CodeSource source = MiniModel.class.getProtectionDomain().getCodeSource();
    if (source == null || !"file".equals(source.getLocation().getProtocol())) {
      throw new ModelFormatException(
          "model.mini",
          "its module is neither a jar nor a folder; put its jar on the module path.");
    }
    try {
      return Path.of(new URI(source.getLocation().toString()));
    } catch (URISyntaxException e) {
      throw new ModelFormatException(
          source.getLocation().toString(), "cannot be found as a file; rename its folder.", e);
    }
  }
}
