package dev.darkroom.app.studio;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.sampling.SamplingName;
import dev.darkroom.core.sampling.SamplingNames;
import dev.darkroom.core.spi.Extras;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Guidance;
import dev.darkroom.core.spi.PluginUse;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.Prompt;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sampling;
import dev.darkroom.core.spi.Seeds;
import dev.darkroom.core.spi.Size;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Options that decide about the picture. What is not given stays as it is in the request.
///
/// Read from the command line and from the bodies of requests, so both know the same names.
public final class RequestOptions {

  @Option(names = "--negative", paramLabel = "TEXT", description = "What to keep away from.")
  private @Nullable String negative;

  @Option(names = "--width", paramLabel = "PIXELS", description = "Width of the picture.")
  private @Nullable Integer width;

  @Option(names = "--height", paramLabel = "PIXELS", description = "Height of the picture.")
  private @Nullable Integer height;

  @Option(names = "--steps", paramLabel = "N", description = "Sampling steps, 1 to 1000.")
  private @Nullable Integer steps;

  @Option(names = "--cfg", paramLabel = "SCALE", description = "Guidance scale; 1 turns it off.")
  private @Nullable Double cfg;

  @Option(
      names = "--guidance-rescale",
      paramLabel = "SHARE",
      description = "How far guidance is kept from changing the contrast, 0 to 1.")
  private @Nullable Double guidanceRescale;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = SeedConverter.class,
      description = "Seed of the first picture. Default: a random one, which is reported.")
  private @Nullable Long seed;

  @Option(
      names = "--rng",
      paramLabel = "cpu|cuda",
      description = "Whose random numbers to draw: torch's for the CPU (default) or for CUDA.")
  private Seeds.@Nullable Generator rng;

  @Option(names = "--batch", paramLabel = "N", description = "Pictures made together.")
  private @Nullable Integer batch;

  @Option(
      names = "--sampler",
      paramLabel = "NAME",
      description = {
        "Id, or a name of another program: euler-a, \"DPM++ 2M Karras\", dpmpp_2m_sde;",
        "`default` is the model's own. See `darkroom samplers`."
      })
  private @Nullable String sampler;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A setting of the sampler; may be given several times.")
  private @Nullable Map<String, String> settings;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description =
          "Id or name; counts before one in the sampler's name. See `darkroom schedules`.")
  private @Nullable String schedule;

  @Option(
      names = "--clip-skip",
      paramLabel = "N",
      description = "1 uses the whole text encoder, 2 stops a layer earlier ...")
  private @Nullable Integer clipSkip;

  @Option(
      names = "--hook",
      paramLabel = "ID[:NAME=VALUE,...]",
      description = {
        "A hook into the denoising; see `darkroom hooks`.",
        "May be given several times; `none` drops those of a recipe."
      })
  private @Nullable List<String> hooks;

  @Option(
      names = "--script",
      paramLabel = "ID[:NAME=VALUE,...]",
      description = {
        "A script around the generation; see `darkroom scripts`.",
        "May be given several times, the first one outermost; `none` drops those of a recipe."
      })
  private @Nullable List<String> scripts;

  /// `request` with what was given.
  public GenerationRequest applyTo(GenerationRequest request, Plugins plugins) {
    Size size = request.size();
    return request
        .with(prompt(request.prompt()))
        .with(new Size(or(width, size.width()), or(height, size.height())))
        .with(sampling(request.sampling(), plugins))
        .with(guidance(request.guidance(), plugins))
        .with(seeds(request.seeds()))
        .with(extras(request.extras()));
  }

  private Prompt prompt(Prompt prompt) {
    return prompt
        .withNegative(or(negative, prompt.negative()))
        .withClipSkip(or(clipSkip, prompt.clipSkip()));
  }

  private Guidance guidance(Guidance guidance, Plugins plugins) {
    double scale = suited(plugins).orElse(guidance.scale());
    return new Guidance(or(cfg, scale), or(guidanceRescale, guidance.rescale()));
  }

  /// The guidance scale that the sampler is made for.
  private OptionalDouble suited(Plugins plugins) {
    if (sampler == null) {
      return OptionalDouble.empty();
    }
    String id = SamplingNames.of(plugins).sampler(sampler).id();
    return id.equals(Sampling.MODEL_SAMPLER)
        ? OptionalDouble.empty()
        : plugins.find(SamplerProvider.class, id).guidance();
  }

  /// Another sampler takes along the schedule that its name ends in, else the model's own: what suits
  /// one sampler may ruin the other.
  private Sampling sampling(Sampling given, Plugins plugins) {
    SamplingNames names = SamplingNames.of(plugins);
    Sampling result = given.withSteps(or(steps, given.steps()));
    if (sampler != null) {
      SamplingName named = names.sampler(sampler);
      result = named.isPlain(result.sampler()) ? result : with(result, named);
    }
    if (schedule != null) {
      SamplingName named = names.schedule(schedule);
      result = with(result.withSchedule(named.id()), named.settings());
    }
    return settings == null ? result : with(result, settings);
  }

  private static Sampling with(Sampling sampling, SamplingName named) {
    return sampling
        .withSampler(named.id())
        .withSettings(named.settings())
        .withSchedule(named.schedule().isEmpty() ? Sampling.MODEL_SCHEDULE : named.schedule());
  }

  private static Sampling with(Sampling sampling, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(sampling.settings());
    all.putAll(more);
    return sampling.withSettings(all);
  }

  private Extras extras(Extras extras) {
    return extras
        .withHooks(uses("hook", hooks, extras.hooks()))
        .withScripts(uses("script", scripts, extras.scripts()));
  }

  private static List<PluginUse> uses(
      String field, @Nullable List<String> given, List<PluginUse> otherwise) {
    return given == null
        ? otherwise
        : given.stream()
            .filter(text -> !text.equals("none"))
            .map(text -> PluginUse.parse(field, text))
            .toList();
  }

  /// A seed says which picture is wanted, so the batch of a recipe does not outlive it.
  private Seeds seeds(Seeds seeds) {
    int pictures = batch(seed == null ? seeds.batch() : 1);
    if (seed != null && seed < 0) {
      throw new InvalidRequestException(
          "seed", "must be from 0 to %d, got %d.".formatted(Long.MAX_VALUE, seed));
    }
    return new Seeds(or(seed, seeds.first()), pictures, or(rng, seeds.generator()));
  }

  /// The batch that was asked for, or `otherwise`.
  public int batch(int otherwise) {
    int pictures = or(batch, otherwise);
    if (pictures < 1) {
      throw new InvalidRequestException("batch", "must be at least 1, got " + pictures + ".");
    }
    return pictures;
  }

  /// Whether seeds or scripts were given, so that all pictures are wanted and not one of a recipe.
  public boolean sayWhichPictures() {
    return seed != null || batch != null || scripts != null;
  }

  /// From now on, the batch of these seeds is asked for.
  public void continueWith(Seeds seeds) {
    seed = seeds.first();
    batch = seeds.batch();
  }

  /// From now on, this sampler is asked for.
  ///
  /// @param name any name of it
  public void sampleWith(String name) {
    sampler = name;
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given == null ? otherwise : given;
  }

  /// Reads seeds and says which ones there are.
  static final class SeedConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      try {
        long seed = Long.parseLong(value);
        if (seed >= 0) {
          return seed;
        }
      } catch (NumberFormatException _) {
        // said below
      }
      throw new TypeConversionException(
          "\"%s\" is not a whole number from 0 to %d".formatted(value, Long.MAX_VALUE));
    }
  }
}
