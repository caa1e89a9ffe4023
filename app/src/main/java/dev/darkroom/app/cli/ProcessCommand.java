package dev.darkroom.app.cli;

import dev.darkroom.core.spi.ImageProcessor;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Sends a picture through a processor.
@Command(
    name = "process",
    description = "Makes another picture of a picture.",
    footerHeading = "%nExample:%n",
    footer = "  darkroom process apple.png --with grayscale --set amount=0.5 --output faded.png")
final class ProcessCommand extends FinishCommand implements Callable<Integer> {

  @Option(
      names = "--with",
      paramLabel = "ID",
      required = true,
      description = "See `darkroom processors`.")
  private String processor = "";

  @Override
  public Integer call() {
    return finish(ImageProcessor.class, processor, Map.of());
  }
}
