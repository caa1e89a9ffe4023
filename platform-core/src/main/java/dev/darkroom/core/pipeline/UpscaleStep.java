package dev.darkroom.core.pipeline;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.image.Image;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.PluginUse;
import dev.darkroom.core.spi.Size;
import dev.darkroom.core.spi.Upscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A picture becomes larger by a factor.
///
/// @param values the upscaler's settings and the factor
/// @param use what a recipe says about it; always names the factor
record UpscaleStep(Upscaler plugin, ParameterValues values, PluginUse use)
    implements FinishingStep {

  private static final double USUAL_FACTOR = 2;

  static UpscaleStep of(Upscaler upscaler, PluginUse use) {
    ParameterValues values = settings(upscaler).parse(use.settings());
    Map<String, String> named = new TreeMap<>(use.settings());
    named.put(Upscaler.FACTOR, values.text(Upscaler.FACTOR));
    return new UpscaleStep(upscaler, values, new PluginUse(upscaler.id(), named));
  }

  private static ParameterSet settings(Upscaler upscaler) {
    List<Parameter> settings = new ArrayList<>(upscaler.parameters().parameters());
    double most = upscaler.maxFactor();
    double usual = Math.min(USUAL_FACTOR, most);
    settings.add(
        new Parameter.Real(Upscaler.FACTOR, usual, 1, most, "How much longer the sides become."));
    return new ParameterSet(settings);
  }

  @Override
  public Image apply(Image image) {
    Size size = new Size(side(image.width()), side(image.height()));
    if ((long) size.width() * size.height() > Png.MAX_PIXELS
        || Math.max(size.width(), size.height()) > Png.MAX_SIDE) {
      throw new InvalidRequestException(
          Upscaler.FACTOR,
          "%s times %s would be %s pixels; pictures may have %d of at most %d a side. Take a smaller factor."
              .formatted(factor(), image, size, Png.MAX_PIXELS, Png.MAX_SIDE));
    }
    return plugin.upscale(image, size, values);
  }

  private int side(int pixels) {
    return (int) Math.min(Integer.MAX_VALUE, Math.round(pixels * factor()));
  }

  private double factor() {
    return values.real(Upscaler.FACTOR);
  }
}
