package dev.darkroom.core.spi;

import java.util.Map;

/// A name that other programs have for a sampler or schedule with certain settings, such as `DPM++ 3M`
/// for the multistep solver at its third order.
///
/// @param name as it is written there; matched like an alias
/// @param settings settings that the name stands for, as text
/// @param schedule id of the schedule that belongs to the name of a sampler; empty if none does
public record Preset(String name, Map<String, String> settings, String schedule) {

  public Preset {
    settings = Map.copyOf(settings);
  }

  /// A name for certain settings.
  public static Preset of(String name, Map<String, String> settings) {
    return new Preset(name, settings, "");
  }

  /// A name for a sampler on a certain schedule.
  public static Preset on(String name, String schedule) {
    return new Preset(name, Map.of(), schedule);
  }
}
