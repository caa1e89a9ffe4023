package dev.darkroom.app.report;

import dev.darkroom.core.sampling.SamplingNames.Named;
import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.ScheduleProvider;
import java.util.List;

/// All schedules, preferred ones first.
public record ScheduleReport(List<Row> schedules) {

  /// One schedule.
  ///
  /// @param presets names that stand for it with certain settings
  public record Row(
      String id,
      String title,
      String summary,
      List<String> aliases,
      List<Preset> presets,
      List<Setting> settings) {

    private static Row of(ScheduleProvider provider) {
      return new Row(
          provider.id(),
          provider.title(),
          provider.summary(),
          provider.aliases(),
          provider.presets(),
          Setting.of(provider.parameters().parameters()));
    }
  }

  public static ScheduleReport of(Plugins plugins) {
    return new ScheduleReport(plugins.all(ScheduleProvider.class).stream().map(Row::of).toList());
  }

  /// What they are called.
  public List<Named> names() {
    return schedules.stream()
        .map(row -> new Named(row.id(), row.title(), row.aliases(), row.presets()))
        .toList();
  }

  /// @param id the id of one of them
  public Row row(String id) {
    return schedules.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }
}
