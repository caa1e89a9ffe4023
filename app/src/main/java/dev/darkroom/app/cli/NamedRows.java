package dev.darkroom.app.cli;

import static java.util.stream.Collectors.joining;

import dev.darkroom.app.report.Setting;
import dev.darkroom.core.spi.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// How lists write the names and settings of samplers and schedules.
final class NamedRows {

  private NamedRows() {}

  /// A line of other names and one of settings at their defaults, where there are any.
  static void list(
      TextTable table, List<String> aliases, List<Preset> presets, List<Setting> settings) {
    List<String> names = new ArrayList<>(aliases);
    presets.forEach(preset -> names.add(preset.name()));
    if (!names.isEmpty()) {
      table.row("    also " + String.join(", ", names));
    }
    if (!settings.isEmpty()) {
      table.row("    --set " + settings.stream().map(NamedRows::usual).collect(joining(" ")));
    }
  }

  private static String usual(Setting setting) {
    return setting.name() + "=" + setting.defaultValue();
  }

  /// Names that stand for more than the plug-in, and settings, a row each.
  static void describe(TextTable table, List<Preset> presets, List<Setting> settings) {
    for (Preset preset : presets) {
      table.row("  " + preset.name(), meaning(preset));
    }
    settings.forEach(setting ->
        table.row("  " + setting.name(), setting.range() + ": " + setting.description()));
  }

  private static String meaning(Preset preset) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(preset.settings()).forEach((name, value) -> parts.add(name + "=" + value));
    if (!preset.schedule().isEmpty()) {
      parts.add("on " + preset.schedule());
    }
    return String.join(", ", parts);
  }
}
