package dev.darkroom.core.spi;

/// Settings for requests that leave them open.
///
/// @param sampling sampler, schedule and steps
/// @param guidance guidance scale and rescale
public record ModelDefaults(Sampling sampling, Guidance guidance) {

  /// What serves most models: 20 steps of DPM++ 2M on Karras sigmas, guidance 7.
  public static ModelDefaults common() {
    return new ModelDefaults(
        Sampling.of("sampler.dpmpp-2m", "schedule.karras", 20), Guidance.of(7));
  }
}
