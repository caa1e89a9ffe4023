package dev.darkroom.ext.grid;

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

/// Draws a request several times with one thing changing, and puts the pictures on one sheet.
public final class GridScript implements Script {

  private static final String AXIS = "axis";
  private static final String COUNT = "count";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String COLUMNS = "columns";
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
    return "Draws with several seeds, steps or guidance scales, and puts the pictures on a sheet.";
  }

  @Override
  public ParameterSet parameters() {
    return ParameterSet.of(
        new Parameter.Choice(AXIS, Axis.SEED.word(), Axis.words(), "What changes."),
        new Parameter.Whole(COUNT, 4, 1, 100, "How often the request is drawn."),
        new Parameter.Real(FROM, 1, 0, 1000, "The first value; seeds begin with the request's."),
        new Parameter.Real(TO, 10, 0, 1000, "The last value; seeds follow each other."),
        new Parameter.Whole(COLUMNS, 0, 0, 100, "Columns of the sheet; 0 for a square."),
        new Parameter.Toggle(CELLS, false, "Whether the pictures themselves are kept too."));
  }

  @Override
  public List<Drawing> run(GenerationRequest request, Generation next, ParameterValues values) {
    List<Drawing> cells = new ArrayList<>();
    for (int i = 0; i < values.whole(COUNT); i++) {
      cells.addAll(next.generate(cell(request, i, values)));
    }
    List<Tensor> pixels = cells.stream().map(Drawing::pixels).toList();
    Tensor sheet = Sheet.of(pixels, columns(pixels.size(), values));
    List<Drawing> all = new ArrayList<>(List.of(new Drawing(sheet, request, 0)));
    all.addAll(values.toggle(CELLS) ? cells : List.of());
    return all;
  }

  private static GenerationRequest cell(GenerationRequest request, int i, ParameterValues values) {
    double share = i / Math.max(1.0, values.whole(COUNT) - 1.0);
    double value = values.real(FROM) + share * (values.real(TO) - values.real(FROM));
    return Axis.of(values.text(AXIS)).apply(request, i, value);
  }

  private static int columns(int cells, ParameterValues values) {
    long columns = values.whole(COLUMNS);
    return columns == 0 ? (int) Math.ceil(Math.sqrt(cells)) : (int) Math.min(columns, cells);
  }
}
