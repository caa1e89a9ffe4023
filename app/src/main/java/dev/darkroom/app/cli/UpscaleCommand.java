package dev.darkroom.app.cli;

import dev.darkroom.core.spi.Upscaler;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Makes a picture larger.
@Command(
    name = "upscale",
    description = "Makes a picture larger.",
    footerHeading = "%nExample:%n",
    footer = "  darkroom upscale apple.png --with lanczos --factor 2 --output large.png")
final class UpscaleCommand extends FinishCommand implements Callable<Integer> {

  @Option(
      names = "--with",
      paramLabel = "ID",
      defaultValue = "lanczos",
      description = "See `darkroom upscalers`. Default: ${DEFAULT-VALUE}.")
  private String upscaler = "";

  @Option(
      names = "--factor",
      paramLabel = "X",
      defaultValue = "2",
      description = "How much longer the sides become. Default: ${DEFAULT-VALUE}.")
  private String factor = "";

  @Override
  public Integer call() {
    return finish(Upscaler.class, upscaler, Map.of(Upscaler.FACTOR, factor));
  }
}
