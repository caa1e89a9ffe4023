package dev.darkroom.app.cli;

import dev.darkroom.app.studio.DrawingListener;
import dev.darkroom.app.studio.Drawn;
import dev.darkroom.app.studio.Order;
import dev.darkroom.app.studio.Studio;
import dev.darkroom.core.image.ContactSheet;
import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.Seeds;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/// Draws the same order with one sampler after the other.
final class SamplerGrid {

  /// With these, the other samplers would fail as well.
  private static final Set<ExitCode> HOPELESS =
      EnumSet.of(ExitCode.CANCELLED, ExitCode.FILE, ExitCode.NO_HOST, ExitCode.BUSY);

  /// A sampler to draw with.
  ///
  /// @param name any name of it
  /// @param label what is written beneath the picture
  record Wanted(String name, String label) {}

  /// What came of a sampler.
  ///
  /// @param failure why there is no picture; empty if there is
  record Cell(String sampler, double seconds, String failure) {}

  private final Studio studio;
  private final Order order;
  private final Cancellation cancellation;
  private final List<Cell> cells = new ArrayList<>();
  private final List<ContactSheet.Cell> pictures = new ArrayList<>();
  private Optional<Seeds> seeds = Optional.empty();
  private Optional<RuntimeException> firstFailure = Optional.empty();

  SamplerGrid(Studio studio, Order order, Cancellation cancellation) {
    this.studio = studio;
    this.order = order;
    this.cancellation = cancellation;
  }

  /// Draws with each sampler.
  ///
  /// @param drawn hears how many have been drawn
  void draw(List<Wanted> samplers, DrawingListener listener, IntConsumer drawn) {
    for (Wanted sampler : samplers) {
      draw(sampler, listener);
      drawn.accept(cells.size());
    }
    if (pictures.isEmpty() && firstFailure.isPresent()) {
      throw firstFailure.get();
    }
  }

  /// A sampler is a plug-in: whatever it throws is told, and the next one gets its turn.
  private void draw(Wanted sampler, DrawingListener listener) {
    long began = System.nanoTime();
    String failure = "";
    order.picture().sampleWith(sampler.name());
    try {
      Drawn drawn = studio.draw(order, listener, cancellation);
      Image picture = drawn.pictures().getFirst().image();
      pictures.add(new ContactSheet.Cell(sampler.label(), picture));
      keep(drawn.seeds());
    } catch (RuntimeException e) {
      if (HOPELESS.contains(ExitCode.of(e))) {
        throw e;
      }
      firstFailure = firstFailure.or(() -> Optional.of(e));
      failure = String.valueOf(e.getMessage());
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    cells.add(new Cell(sampler.name(), seconds, failure));
  }

  /// A seed that was drawn by lot for the first picture is that of the others.
  private void keep(Seeds first) {
    if (seeds.isEmpty()) {
      seeds = Optional.of(first);
      order.picture().continueWith(first);
    }
  }

  List<Cell> cells() {
    return List.copyOf(cells);
  }

  long seed() {
    return seeds.orElseThrow().first();
  }

  /// What the failures end the program with: the code of the first.
  ExitCode exitCode() {
    return firstFailure.map(ExitCode::of).orElse(ExitCode.OK);
  }

  /// The pictures, each with its sampler's title.
  Image sheet(int columns) {
    return ContactSheet.of(pictures, columns);
  }
}
