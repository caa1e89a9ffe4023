package dev.darkroom.core.weights;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.tensor.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What the header of a safetensors file says. Offsets count from the end of the header.
record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries) {

  /// One tensor: its bytes run from `begin` to `end` (exclusive).
  record Entry(String name, StoredType type, Shape shape, long begin, long end) {}

  /// Compares the header with the `available` bytes that follow it: every byte must belong to
  /// exactly one tensor.
  void check(String file, long available) {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    long position = 0;
    String before = "";
    for (Entry entry : sorted) {
      if (entry.end > available) {
        throw damaged(
            file,
            entry.name,
            "ends at byte %d, but the file has only %d bytes of tensors"
                .formatted(entry.end, available));
      }
      if (entry.begin < position) {
        throw damaged(file, entry.name, "overlaps tensor \"%s\"".formatted(before));
      }
      if (entry.begin > position) {
        throw damaged(
            file,
            entry.name,
            "leaves a gap of %d bytes before it".formatted(entry.begin - position));
      }
      position = entry.end;
      before = entry.name;
    }
    if (position < available) {
      throw new ModelFormatException(
          file,
          "%d bytes after the last tensor belong to none. %s"
              .formatted(available - position, SafetensorsFile.ADVICE));
    }
  }

  static ModelFormatException damaged(String file, String tensor, String reason) {
    return new ModelFormatException(
        file, "tensor \"%s\" %s. %s".formatted(tensor, reason, SafetensorsFile.ADVICE));
  }
}
