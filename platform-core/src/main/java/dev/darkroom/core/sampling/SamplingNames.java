package dev.darkroom.core.sampling;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.SamplerProvider;
import dev.darkroom.core.spi.Sampling;
import dev.darkroom.core.spi.ScheduleProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Understands the names that people and other programs have for samplers and schedules.
///
/// A name is an id, a title, an alias or a preset. Case and everything but letters, digits and `+` do
/// not count, nor does a `k_` or `sample_` in front; `+` is the same as `p`. A sampler's name may end
/// in a schedule's: `DPM++ 2M Karras`, `dpmpp_2m_sde_karras`. Where a name is one plug-in's id, another
/// one's title and a third one's alias, the id counts before the title, and that before the alias; a
/// name is taken as it stands before anything is split off or left out. The sampler `default` is the
/// model's own. Immutable.
public final class SamplingNames {

  /// The names of one sampler or schedule.
  public record Named(String id, String title, List<String> aliases, List<Preset> presets) {

    private static Named of(Plugin plugin, List<Preset> presets) {
      return new Named(plugin.id(), plugin.title(), plugin.aliases(), presets);
    }
  }

  private static final Named DEFAULT =
      new Named(Sampling.MODEL_SAMPLER, "Default", List.of(), List.of());

  private final NameTable samplers;
  private final NameTable schedules;

  public SamplingNames(List<Named> samplers, List<Named> schedules) {
    List<Named> all = new ArrayList<>(samplers);
    all.add(DEFAULT);
    this.samplers = new NameTable("sampler", all);
    this.schedules = new NameTable("schedule", schedules);
  }

  /// The names of everything installed.
  public static SamplingNames of(Plugins plugins) {
    return new SamplingNames(
        plugins.all(SamplerProvider.class).stream()
            .map(sampler -> Named.of(sampler, sampler.presets()))
            .toList(),
        plugins.all(ScheduleProvider.class).stream()
            .map(schedule -> Named.of(schedule, schedule.presets()))
            .toList());
  }

  /// The sampler of a name, with the schedule that the name ends in or implies;
  /// [Sampling#MODEL_SAMPLER] for the model's own.
  ///
  /// @throws UnknownPluginException if there is none; suggests the nearest names
  /// @throws InvalidRequestException if the name stands for several
  public SamplingName sampler(String name) {
    return samplers
        .find(name)
        .or(() -> joined(name))
        .orElseThrow(() -> samplers.unknown(name, suggestions(name)));
  }

  /// The schedule of a name.
  ///
  /// @throws UnknownPluginException if there is none; suggests the nearest names
  /// @throws InvalidRequestException if the name stands for several
  public SamplingName schedule(String name) {
    return schedules.find(name).orElseThrow(() -> schedules.unknown(name, List.of()));
  }

  /// The same with ids in the place of names, and with the settings that the names imply beneath those
  /// that are given. A schedule that the sampler's name implies counts where none but the model's own is
  /// asked for.
  ///
  /// @param own the model's own
  public Sampling resolve(Sampling named, Sampling own) {
    SamplingName sampler = sampler(named.sampler());
    if (sampler.id().equals(Sampling.MODEL_SAMPLER)) {
      sampler = new SamplingName(own.sampler(), own.settings(), sampler.schedule());
    }
    SamplingName asked = schedule(named.schedule());
    boolean implied = asked.id().equals(Sampling.MODEL_SCHEDULE) && !sampler.schedule().isEmpty();
    Map<String, String> settings = merged(sampler.settings(), asked.settings());
    return named
        .withSampler(sampler.id())
        .withSchedule(implied ? sampler.schedule() : asked.id())
        .withSettings(merged(settings, named.settings()));
  }

  private Optional<SamplingName> joined(String name) {
    List<String> words = NameTable.words(name);
    for (int split = words.size() - 1; split > 0; split--) {
      Optional<SamplingName> sampler = samplers.find(text(words.subList(0, split)));
      Optional<SamplingName> schedule = schedules.find(text(words.subList(split, words.size())));
      if (sampler.isPresent() && schedule.isPresent()) {
        return Optional.of(sampler.get().on(schedule.get()));
      }
    }
    return Optional.empty();
  }

  /// Names on all schedules, if the name begins with that of a sampler.
  private List<String> suggestions(String name) {
    List<String> words = NameTable.words(name);
    for (int split = words.size() - 1; split > 0; split--) {
      String sampler = text(words.subList(0, split));
      if (samplers.find(sampler).isPresent()) {
        return schedules.titles().stream().map(title -> sampler + " " + title).toList();
      }
    }
    return List.of();
  }

  private static String text(List<String> words) {
    return String.join(" ", words);
  }

  static Map<String, String> merged(Map<String, String> beneath, Map<String, String> above) {
    Map<String, String> merged = new HashMap<>(beneath);
    merged.putAll(above);
    return merged;
  }
}
