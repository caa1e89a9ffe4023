package dev.darkroom.core.pipeline;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.spi.NoiseSchedule;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Sampler;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sampling;
import dev.darkroom.core.spi.ScheduleProvider;
import dev.darkroom.core.spi.Sigmas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The sampler and the schedule that a request names, with its settings: each setting is the
/// sampler's, or the schedule's if the sampler does not know it.
record SamplingPlan(SamplerProvider sampler, ScheduleProvider schedule, Sampling sampling) {

  /// @throws InvalidRequestException if neither knows a setting
  SamplingPlan {
    for (String name : sampling.settings().keySet()) {
      if (!sampler.parameters().has(name) && !schedule.parameters().has(name)) {
        throw new InvalidRequestException(
            name,
            "%s and %s have no such setting. Known: %s."
                .formatted(sampler.id(), schedule.id(), known(sampler, schedule)));
      }
    }
  }

  private static String known(SamplerProvider sampler, ScheduleProvider schedule) {
    String names =
        Stream.of(sampler.parameters(), schedule.parameters())
            .flatMap(set -> set.parameters().stream())
            .map(Parameter::name)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  Sampler create() {
    return sampler.create(values(sampler.parameters(), _ -> true));
  }

  /// The walk, in the model's own form of noise whatever form the schedule thinks of.
  Sigmas sigmas(NoiseSchedule noise) {
    ScheduleProvider.Request request =
        new ScheduleProvider.Request(sampling.steps(), noise, sampler.grid());
    ParameterSet samplers = sampler.parameters();
    ParameterValues values = values(schedule.parameters(), name -> !samplers.has(name));
    return schedule.sigmas(request, values).withForm(noise.form());
  }

  private ParameterValues values(ParameterSet known, Predicate<String> wanted) {
    Map<String, String> values = new LinkedHashMap<>(sampling.settings());
    values.keySet().removeIf(name -> !known.has(name) || !wanted.test(name));
    return known.parse(values);
  }
}
