package dev.darkroom.app.report;

import dev.darkroom.core.spi.Plugins;
import dev.darkroom.core.spi.ScheduleProvider;
import java.util.List;

/// All schedules, preferred ones first.
public record ScheduleReport(List<Row> schedules) {

  /// One schedule.
  public record Row(String id, String title, List<String> aliases) {}

  public static ScheduleReport of(Plugins plugins) {
    return new ScheduleReport(
        plugins.all(ScheduleProvider.class).stream()
            .map(plugin -> new Row(plugin.id(), plugin.title(), plugin.aliases()))
            .toList());
  }
}
