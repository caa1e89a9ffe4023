package dev.darkroom.core.sampling;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/// Finds what somebody may have meant.
final class Nearest {

  private Nearest() {}

  /// The names that are least changes away from `name`, nearest first.
  ///
  /// @param normal what of a name counts
  static List<String> to(String name, List<String> known, UnaryOperator<String> normal, int most) {
    String wanted = normal.apply(name);
    return known.stream()
        .sorted(Comparator.comparingInt(other -> changes(wanted, normal.apply(other))))
        .limit(most)
        .toList();
  }

  /// Letters to insert, delete or replace (Levenshtein 1966).
  private static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int k = 0; k <= to.length(); k++) {
      row[k] = k;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int k = 1; k <= to.length(); k++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(k - 1) ? 0 : 1);
        diagonal = row[k];
        row[k] = Math.min(replaced, Math.min(row[k], row[k - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
