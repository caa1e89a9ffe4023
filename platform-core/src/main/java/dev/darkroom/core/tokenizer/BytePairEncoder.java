package dev.darkroom.core.tokenizer;

import dev.darkroom.core.tokenizer.Vocabulary.Merge;
import java.nio.charset.StandardCharsets;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Byte-pair encoding of single words: starts with one symbol per UTF-8 byte and merges the pair of
/// neighbours that ranks first, the leftmost of equals, until none is left. A queue of candidates
/// keeps a word of n bytes at n log n.
final class BytePairEncoder {

  private static final int BYTES = 256;

  private final Vocabulary vocabulary;
  private final int[] inner = new int[BYTES];
  private final int[] last = new int[BYTES];

  BytePairEncoder(Vocabulary vocabulary, int unknownId) {
    this.vocabulary = vocabulary;
    for (int value = 0; value < BYTES; value++) {
      String symbol = ByteAlphabet.symbol(value);
      inner[value] = vocabulary.id(symbol).orElse(unknownId);
      last[value] = vocabulary.id(symbol + Vocabulary.WORD_END).orElse(unknownId);
    }
  }

  /// Adds the ids of `word` to `target`.
  void encode(String word, IntStream.Builder target) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0) {
      new Merging(bytes).run(target);
    }
  }

  /// A word on its way: a linked list of symbols over the places of its bytes.
  private final class Merging {

    private static final int NONE = -1;

    private final int[] ids;
    private final int[] next;
    private final int[] previous;

    /// Candidates as rank and place of the left symbol; those overtaken by other merges stay in.
    private final PriorityQueue<Long> candidates = new PriorityQueue<>();

    Merging(byte[] bytes) {
      int length = bytes.length;
      ids = new int[length];
      next = new int[length];
      previous = new int[length];
      for (int i = 0; i < length; i++) {
        ids[i] = inner[Byte.toUnsignedInt(bytes[i])];
        next[i] = i + 1;
        previous[i] = i - 1;
      }
      ids[length - 1] = last[Byte.toUnsignedInt(bytes[length - 1])];
      next[length - 1] = NONE;
    }

    void run(IntStream.Builder target) {
      for (int place = 0; place != NONE; place = next[place]) {
        offer(place);
      }
      for (Long first = candidates.poll(); first != null; first = candidates.poll()) {
        int place = first.intValue();
        Merge merge = mergeAt(place);
        if (merge != null && merge.rank() == (int) (first >>> 32)) {
          join(place, merge.result());
        }
      }
      for (int place = 0; place != NONE; place = next[place]) {
        target.add(ids[place]);
      }
    }

    private @Nullable Merge mergeAt(int place) {
      if (ids[place] == NONE || next[place] == NONE) {
        return null;
      }
      return vocabulary.merge(ids[place], ids[next[place]]);
    }

    private void offer(int place) {
      Merge merge = mergeAt(place);
      if (merge != null) {
        candidates.add(((long) merge.rank() << 32) | place);
      }
    }

    private void join(int place, int result) {
      int gone = next[place];
      ids[place] = result;
      ids[gone] = NONE;
      next[place] = next[gone];
      if (next[place] != NONE) {
        previous[next[place]] = place;
      }
      offer(place);
      if (previous[place] != NONE) {
        offer(previous[place]);
      }
    }
  }
}
