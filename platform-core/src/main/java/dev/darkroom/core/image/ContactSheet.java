package dev.darkroom.core.image;

import java.util.ArrayList;
import java.util.List;

/// Pictures in rows on white paper, each with its label beneath.
public final class ContactSheet {

  private static final int GAP = 4;
  private static final int PIXELS_A_DOT = 192;

  /// A picture and what is written beneath it: letters of ASCII, in as many lines as it takes.
  public record Cell(String label, Image picture) {}

  private final List<Cell> cells;
  private final int columns;
  private final int width;
  private final int height;
  private final int scale;

  private ContactSheet(List<Cell> cells, int columns) {
    this.cells = cells;
    this.columns = columns;
    this.width = cells.stream().mapToInt(cell -> cell.picture().width()).max().orElseThrow();
    this.height = cells.stream().mapToInt(cell -> cell.picture().height()).max().orElseThrow();
    this.scale = Math.max(1, width / PIXELS_A_DOT);
  }

  /// The sheet of some pictures, in places as large as the largest of them.
  ///
  /// @param cells at least one
  /// @param columns pictures in a row, at least 1
  public static Image of(List<Cell> cells, int columns) {
    if (cells.isEmpty() || columns < 1) {
      throw new IllegalArgumentException(
          "no sheet has %d pictures in %d columns".formatted(cells.size(), columns));
    }
    return new ContactSheet(List.copyOf(cells), Math.min(columns, cells.size())).draw();
  }

  private Image draw() {
    int most = cells.stream().mapToInt(cell -> lines(cell.label()).size()).max().orElseThrow();
    int pitch = height + GAP + most * Lettering.LINE * scale + GAP;
    int rows = Math.ceilDiv(cells.size(), columns);
    Canvas canvas = new Canvas(GAP + columns * (width + GAP), GAP + rows * pitch);
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      int left = GAP + i % columns * (width + GAP);
      int top = GAP + i / columns * pitch;
      canvas.put(cell.picture(), left, top);
      List<String> lines = lines(cell.label());
      for (int line = 0; line < lines.size(); line++) {
        int y = top + height + GAP + line * Lettering.LINE * scale;
        canvas.write(lines.get(line), left, y, scale);
      }
    }
    return canvas.image();
  }

  /// The label in lines that are no wider than a picture, broken at spaces.
  private List<String> lines(String label) {
    int most = Math.max(1, width / (Lettering.PITCH * scale));
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : label.strip().split(" +", -1)) {
      String longer = (line + " " + word).strip();
      if (longer.length() > most && !line.isEmpty()) {
        lines.add(line);
        longer = word;
      }
      line = longer.substring(0, Math.min(most, longer.length()));
    }
    lines.add(line);
    return lines;
  }
}
