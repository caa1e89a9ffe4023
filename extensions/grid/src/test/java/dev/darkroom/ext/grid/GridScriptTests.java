package dev.darkroom.ext.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.image.ContactSheet;
import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.Drawing;
import dev.darkroom.core.spi.Script;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.testkit.PaintedGeneration;
import dev.darkroom.testkit.ScriptContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GridScriptTests implements ScriptContract {

  private static final Map<String, String> TWO_AXES =
      Map.of(
          "axis", "cfg", "count", "3", "from", "1", "to", "9", "y", "steps", "y_count", "2",
          "y_from", "2", "y_to", "4", "cells", "true");

  @Override
  public Script provider() {
    return new GridScript();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("axis", "cfg", "count", "3", "cells", "true");
  }

  @Test
  void changesOneThingFromCellToCell() {
    PaintedGeneration painted = new PaintedGeneration();
    run(painted, Map.of("axis", "cfg", "count", "3", "from", "1", "to", "9"));
    assertThat(painted.requests())
        .extracting(request -> request.guidance().scale())
        .containsExactly(1.0, 5.0, 9.0);
    run(painted, Map.of("axis", "steps", "count", "2", "from", "3", "to", "4.4"));
    assertThat(painted.requests().subList(3, 5))
        .extracting(request -> request.sampling().steps())
        .containsExactly(3, 4);
  }

  @Test
  void seedsFollowEachOther() {
    PaintedGeneration painted = new PaintedGeneration();
    run(painted, Map.of("count", "3"));
    assertThat(painted.requests())
        .extracting(request -> request.seeds().first())
        .containsExactly(7L, 9L, 11L);
  }

  /// Three cells with two pictures each are three columns of two rows.
  @Test
  void putsCellsSideBySide() {
    PaintedGeneration painted = new PaintedGeneration();
    List<Drawing> drawings = run(painted, Map.of("count", "3", "cells", "true", "labels", "false"));
    assertThat(drawings).hasSize(7);
    Tensor sheet = drawings.getFirst().pixels();
    assertThat(sheet.shape()).isEqualTo(Shape.of(3, 32, 72));
    Tensor fifth = drawings.get(5).pixels();
    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 24; x++) {
        double expected = fifth.at((16 + y) * 24 + x);
        assertThat(sheet.at((32 + 16 + y) * 72 + 24 + x)).as("%d, %d", x, y).isEqualTo(expected);
      }
    }
  }

  @Test
  void leftOverCellsAreBlack() {
    Tensor sheet =
        run(new PaintedGeneration(), Map.of("columns", "5", "labels", "false")).getFirst().pixels();
    assertThat(sheet.shape()).isEqualTo(Shape.of(3, 32, 120));
    assertThat(sheet.at(16 * 120 + 3 * 24)).isZero();
  }

  @Test
  void changesAnotherThingFromRowToRow() {
    PaintedGeneration painted = new PaintedGeneration();
    Map<String, String> settings = new HashMap<>(TWO_AXES);
    settings.put("labels", "false");
    Tensor sheet = run(painted, settings).getFirst().pixels();
    assertThat(painted.requests())
        .extracting(request -> request.guidance().scale() + " " + request.sampling().steps())
        .containsExactly("1.0 2", "5.0 2", "9.0 2", "1.0 4", "5.0 4", "9.0 4");
    assertThat(sheet.shape()).isEqualTo(Shape.of(3, 2 * 16, 6 * 24));
  }

  @Test
  void writesTheValuesBeneathThePictures() {
    PaintedGeneration painted = new PaintedGeneration();
    List<Drawing> drawings = run(painted, TWO_AXES);
    List<ContactSheet.Cell> cells = new ArrayList<>();
    for (Drawing drawing : drawings.subList(1, drawings.size())) {
      String cfg = Long.toString((long) drawing.request().guidance().scale());
      String label = "cfg %s, steps %d".formatted(cfg, drawing.request().sampling().steps());
      cells.add(new ContactSheet.Cell(label, Image.fromTensor(drawing.pixels())));
    }
    assertThat(Image.fromTensor(drawings.getFirst().pixels())).isEqualTo(ContactSheet.of(cells, 6));
  }

  @Test
  void refusesOneAxisTwice() {
    assertThatThrownBy(() -> run(new PaintedGeneration(), Map.of("axis", "cfg", "y", "cfg")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("take another one");
  }

  private List<Drawing> run(PaintedGeneration painted, Map<String, String> settings) {
    return provider()
        .run(PaintedGeneration.request(), painted, provider().parameters().parse(settings));
  }
}
