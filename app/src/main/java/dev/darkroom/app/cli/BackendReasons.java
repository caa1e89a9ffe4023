package dev.darkroom.app.cli;

import dev.darkroom.app.report.PublishedBackend;
import dev.darkroom.core.Darkroom;
import dev.darkroom.core.placement.Machine;
import dev.darkroom.core.placement.Placement;
import dev.darkroom.core.placement.Speed;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Component;
import dev.darkroom.core.spi.ModelSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Why the components of a model are computed where they are.
///
/// @param machine the machine
/// @param model the model
/// @param choices where each component is computed, and by which rule
/// @param speeds what was measured here with models of this shape, fastest first
/// @param unusable what is installed and cannot be used, and why
/// @param missing what could be installed
record BackendReasons(
    String machine,
    String model,
    List<Choice> choices,
    List<Speed> speeds,
    List<String> unusable,
    List<String> missing) {

  /// @param component id of the component
  /// @param engine backend, device and precision
  /// @param rule what decided
  record Choice(String component, String engine, String rule) {}

  static BackendReasons of(Darkroom darkroom, ModelSpec spec, List<Speed> speeds) {
    List<BackendProvider> installed = darkroom.plugins().all(BackendProvider.class);
    List<Choice> choices = new ArrayList<>();
    for (Component component :
        spec.components().stream().sorted(Comparator.comparing(Component::id)).toList()) {
      Placement placement = darkroom.placement(spec, component);
      String engine =
          "%s, %s, %s"
              .formatted(placement.backend().id(), placement.device().id(), placement.precision());
      String fallback = placement.fallback().map(text -> "; " + text).orElse("");
      choices.add(new Choice(component.id(), engine, placement.rule() + fallback));
    }
    return new BackendReasons(
        Machine.name(),
        spec.title(),
        choices,
        speeds.stream().sorted(Comparator.comparingDouble(Speed::seconds)).toList(),
        installed.stream()
            .filter(provider -> !provider.probe().usable())
            .map(provider -> provider.id() + ": " + provider.probe().detail())
            .toList(),
        PublishedBackend.missing(installed.stream().map(BackendProvider::id).toList()).stream()
            .map(backend -> backend.id() + ": " + backend.remedy())
            .toList());
  }

  TextTable table() {
    TextTable table = new TextTable().row("Machine", machine).row("Model", model);
    choices.forEach(
        choice -> table.row(choice.component(), choice.engine() + ": " + choice.rule()));
    if (speeds.isEmpty()) {
      table.row("Measured", "nothing yet for models of this shape; `darkroom backends --measure`");
    }
    speeds.forEach(speed -> table.row("Measured", text(speed)));
    unusable.forEach(text -> table.row("Unusable", text));
    missing.forEach(text -> table.row("Missing", text));
    return table;
  }

  private static String text(Speed speed) {
    return String.format(
        Locale.ROOT,
        "%.3f s a step on %s, %s, %s (%s, %s)",
        speed.seconds(),
        speed.backend(),
        speed.device(),
        speed.precision(),
        speed.engine(),
        speed.measured());
  }
}
