package dev.darkroom.core.spi;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// How a request samples.
///
/// @param sampler any name of a sampler; `sampler.model` means the one that suits the model
/// @param settings settings of the sampler and of the schedule, as text
/// @param schedule any name of a schedule; `schedule.model` means what the model's own configuration
///     says, or what the sampler's name does (`DPM++ 2M Karras`)
/// @param steps number of steps, 1 to 1000
public record Sampling(String sampler, Map<String, String> settings, String schedule, int steps) {

  /// The sampler that stands for the model's own.
  public static final String MODEL_SAMPLER = "sampler.model";

  /// The schedule that stands for the model's own.
  public static final String MODEL_SCHEDULE = "schedule.model";

  public Sampling {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings)); // one order in all recipes
  }

  /// A sampler with its default settings.
  public static Sampling of(String sampler, String schedule, int steps) {
    return new Sampling(sampler, Map.of(), schedule, steps);
  }

  /// Another sampler, without settings: those of one sampler mean nothing to another.
  public Sampling withSampler(String changed) {
    return new Sampling(changed, Map.of(), schedule, steps);
  }

  public Sampling withSettings(Map<String, String> changed) {
    return new Sampling(sampler, changed, schedule, steps);
  }

  public Sampling withSchedule(String changed) {
    return new Sampling(sampler, settings, changed, steps);
  }

  public Sampling withSteps(int changed) {
    return new Sampling(sampler, settings, schedule, changed);
  }
}
