package dev.darkroom.ext.grid;

import static java.util.stream.Collectors.joining;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.image.ContactSheet;
import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.Drawing;
import dev.darkroom.core.spi.Generation;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterSet;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Script;
import dev.darkroom.core.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// Draws a request several times with one thing changing, or two, and puts the pictures on one sheet.
public final class GridScript implements Script {

  private static final String NONE = "none";
  private static final String Y = "y";
  private static final String COLUMNS = "columns";
  private static final String LABELS = "labels";
  private static final String CELLS = "cells";

  @Override
  public String id() {
    return "script.grid";
  }

  @Override
  public String title() {
    return "Grid";
  }

  @Override
  public String summary() {
    return "Draws with several seeds, steps or guidance scales, along one axis or two, on one"
        + " sheet.";
  }

  @Override
  public ParameterSet parameters() {
    List<String> rows = new ArrayList<>(List.of(NONE));
    rows.addAll(Axis.words());
    return ParameterSet.of(
        new Parameter.Choice("axis", Axis.SEED.word(), Axis.words(), "What changes along a row."),
        new Parameter.Whole("count", 4, 1, 100, "How many values it takes."),
        new Parameter.Real("from", 1, 0, 1000, "The first value; seeds begin with the request's."),
        new Parameter.Real("to", 10, 0, 1000, "The last value; seeds follow each other."),
        new Parameter.Choice(Y, NONE, rows, "What changes from row to row."),
        new Parameter.Whole("y_count", 4, 1, 100, "How many rows."),
        new Parameter.Real("y_from", 1, 0, 1000, "As `from`, for rows."),
        new Parameter.Real("y_to", 10, 0, 1000, "As `to`, for rows."),
        new Parameter.Whole(
            COLUMNS,
            0,
            0,
            100,
            "Columns of the sheet; 0 for a square, or a row for each row's value."),
        new Parameter.Toggle(LABELS, true, "Whether the values stand beneath the pictures."),
        new Parameter.Toggle(CELLS, false, "Whether the pictures themselves are kept too."));
  }

  @Override
  public List<Drawing> run(GenerationRequest request, Generation next, ParameterValues values) {
    List<Steps> axes = axes(values);
    Steps along = axes.getFirst();
    int rows = axes.size() == 1 ? 1 : axes.getLast().count();
    List<Drawing> cells = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      GenerationRequest start = axes.size() == 1 ? request : axes.getLast().apply(request, row);
      for (int place = 0; place < along.count(); place++) {
        cells.addAll(next.generate(along.apply(start, place)));
      }
    }
    int columns = columns(cells.size(), axes.size() == 1 ? 0 : cells.size() / rows, values);
    Tensor sheet =
        values.toggle(LABELS) ? labelled(cells, axes, columns) : Sheet.of(pixels(cells), columns);
    List<Drawing> all = new ArrayList<>(List.of(new Drawing(sheet, request, 0)));
    all.addAll(values.toggle(CELLS) ? cells : List.of());
    return all;
  }

  /// What changes along a row, and what does from row to row if anything.
  private static List<Steps> axes(ParameterValues values) {
    Steps along = steps(values, values.text("axis"), "");
    String rows = values.text(Y);
    if (rows.equals(NONE)) {
      return List.of(along);
    }
    if (rows.equals(along.axis().word())) {
      throw new InvalidRequestException(
          Y, "is \"%s\" as axis is; take another one for rows.".formatted(rows));
    }
    return List.of(along, steps(values, rows, "y_"));
  }

  private static Steps steps(ParameterValues values, String axis, String prefix) {
    return new Steps(
        Axis.of(axis),
        (int) values.whole(prefix + "count"),
        values.real(prefix + "from"),
        values.real(prefix + "to"));
  }

  private static List<Tensor> pixels(List<Drawing> cells) {
    return cells.stream().map(Drawing::pixels).toList();
  }

  private static Tensor labelled(List<Drawing> cells, List<Steps> axes, int columns) {
    List<ContactSheet.Cell> pictures = new ArrayList<>();
    for (Drawing cell : cells) {
      String label = axes.stream().map(axis -> axis.label(cell)).collect(joining(", "));
      pictures.add(new ContactSheet.Cell(label, Image.fromTensor(cell.pixels())));
    }
    return ContactSheet.of(pictures, columns).toTensor();
  }

  /// @param row pictures in a row of the grid; 0 for as many as make a square
  private static int columns(int cells, int row, ParameterValues values) {
    int asked = (int) values.whole(COLUMNS);
    int usual = row == 0 ? (int) Math.ceil(Math.sqrt(cells)) : row;
    return asked == 0 ? usual : Math.min(asked, cells);
  }
}
