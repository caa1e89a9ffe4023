package dev.darkroom.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// Rows of text in columns.
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /// Prints the rows. A column is as wide as its widest cell; the last cell of a row may be wider.
  void print(PrintWriter out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        boolean last = column == row.size() - 1;
        line.append(cell).append(last ? "" : " ".repeat(width(column) - cell.length()) + GAP);
      }
      out.println(line.toString().stripTrailing());
    }
    out.flush();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column + 1)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
