package dev.darkroom.app.cli;

import dev.darkroom.app.OutputPlace;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.image.Image;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.pipeline.Finishing;
import dev.darkroom.core.pipeline.RecipeText;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.PluginUse;
import dev.darkroom.core.spi.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What `process` and `upscale` have in common: a picture goes in, another one comes out, and a recipe
/// that it carries says so.
abstract class FinishCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PICTURE", description = "PNG file.")
  private Path picture = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A setting; may be given several times.")
  private @Nullable Map<String, String> settings;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "PNG file; replaced if it is there.")
  private Path output = Path.of("");

  /// @param name id or alias of the plug-in
  /// @param more settings beside those of `--set`
  int finish(Class<? extends Plugin> kind, String name, Map<String, String> more) {
    Plugins plugins = Workplace.plugins(spec.commandLine());
    String id = plugins.find(kind, name).id();
    if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new InvalidRequestException(
          "output", "\"" + output + "\" does not end in .png; pictures are written as PNG.");
    }
    OutputPlace.requireWritable(output);
    Map<String, String> all = new TreeMap<>(settings == null ? Map.of() : settings);
    all.putAll(more);
    Finishing finishing = Finishing.find(plugins, List.of(new PluginUse(id, all)));
    Png given = Png.read(picture);
    Image image = finishing.apply(given.image());
    new Png(image, texts(given, finishing)).write(output);
    spec.commandLine().getOut().println(output);
    return ExitCode.OK.number();
  }

  /// What other programs wrote says how the picture began, and stays.
  private SequencedMap<String, String> texts(Png given, Finishing finishing) {
    return given.texts().containsKey(RecipeText.JSON_KEY)
        ? RecipeText.chunks(RecipeText.read(given.texts(), picture.toString()).finished(finishing))
        : given.texts();
  }
}
