package dev.darkroom.core.tokenizer;

import dev.darkroom.core.error.ModelFormatException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The tokens of a byte-pair encoding with their ids, and the pairs of them that may be merged.
/// Immutable once made.
final class Vocabulary {

  /// Marks the last symbol of a word.
  static final String WORD_END = "</w>";

  private final Map<String, Integer> ids;
  private final Map<Long, Merge> merges;

  private Vocabulary(Map<String, Integer> ids, Map<Long, Merge> merges) {
    this.ids = ids;
    this.merges = merges;
  }

  /// @param resource the file that the merges come from
  /// @param pairs the merges, the most eager one first
  /// @throws ModelFormatException if a merge takes or makes a token that has no id
  static Vocabulary of(String resource, Map<String, Integer> ids, List<Pair> pairs) {
    Map<Long, Merge> merges = HashMap.newHashMap(pairs.size());
    for (int rank = 0; rank < pairs.size(); rank++) {
      Pair pair = pairs.get(rank);
      Merge merge = new Merge(rank, known(resource, ids, pair, pair.left() + pair.right()));
      int left = known(resource, ids, pair, pair.left());
      int right = known(resource, ids, pair, pair.right());
      merges.put(key(left, right), merge);
    }
    return new Vocabulary(ids, merges);
  }

  private static int known(String resource, Map<String, Integer> ids, Pair pair, String token) {
    Integer id = ids.get(token);
    if (id == null) {
      throw new ModelFormatException(
          resource,
          "the merge \"%s %s\" needs the token \"%s\", which the vocabulary lacks. Use the files of one and the same tokenizer."
              .formatted(pair.left(), pair.right(), token));
    }
    return id;
  }

  OptionalInt id(String token) {
    Integer id = ids.get(token);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /// What `left` and `right` side by side become, or null if they stay apart.
  @Nullable Merge merge(int left, int right) {
    return merges.get(key(left, right));
  }

  private static long key(int left, int right) {
    return ((long) left << 32) | right; // ids are not negative
  }

  /// Two tokens that may become one.
  record Pair(String left, String right) {}

  /// @param rank lower ones are merged first
  /// @param result the id of the merged token
  record Merge(int rank, int result) {}
}
