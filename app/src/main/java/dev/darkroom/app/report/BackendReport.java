package dev.darkroom.app.report;

import dev.darkroom.core.spi.Availability;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Plugins;
import java.util.ArrayList;
import java.util.List;

/// All backends, preferred ones first, and those that could be installed.
public record BackendReport(List<Row> backends) {

  /// One backend.
  public record Row(String id, String title, boolean usable, String detail, List<Place> devices) {

    public static Row of(BackendProvider provider) {
      Availability availability = provider.probe();
      List<Place> devices =
          provider.devices().stream()
              .map(device ->
                  new Place(
                      device.id(), device.availability().usable(), device.availability().detail()))
              .toList();
      return new Row(
          provider.id(), provider.title(), availability.usable(), availability.detail(), devices);
    }
  }

  /// One device of a backend.
  public record Place(String id, boolean usable, String detail) {}

  public static BackendReport of(Plugins plugins) {
    List<Row> rows =
        new ArrayList<>(plugins.all(BackendProvider.class).stream().map(Row::of).toList());
    List<String> installed = rows.stream().map(Row::id).toList();
    PublishedBackend.missing(installed).stream()
        .map(backend -> new Row(backend.id(), backend.title(), false, backend.remedy(), List.of()))
        .forEach(rows::add);
    return new BackendReport(rows);
  }
}
