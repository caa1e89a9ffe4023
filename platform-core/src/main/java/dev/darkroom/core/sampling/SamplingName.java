package dev.darkroom.core.sampling;

import java.util.Map;

/// What a name stands for.
///
/// @param id id of the sampler or schedule
/// @param settings settings that the name implies, as text
/// @param schedule id of the schedule that a sampler's name implies; empty if none
public record SamplingName(String id, Map<String, String> settings, String schedule) {

  public SamplingName {
    settings = Map.copyOf(settings);
  }

  /// Whether the name stands for this id and nothing more.
  public boolean isPlain(String other) {
    return id.equals(other) && settings.isEmpty() && schedule.isEmpty();
  }

  SamplingName on(SamplingName other) {
    return new SamplingName(id, SamplingNames.merged(other.settings(), settings), other.id());
  }
}
