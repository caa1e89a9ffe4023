package dev.darkroom.backend.onnx;

import dev.darkroom.core.ir.Indexing;
import java.util.List;

/// Says ops on positions in ONNX.
final class IndexingEmitter {

  private IndexingEmitter() {}

  static String emit(Emission out, Indexing op, Call call) {
    return switch (op) {
      case Indexing.Gather(int axis) ->
          out.apply("Gather", call.names(), Attribute.of("axis", axis));
      case Indexing.GatherAlong(int axis) ->
          out.apply("GatherElements", call.names(), Attribute.of("axis", axis));
      case Indexing.TopIndices(int count) ->
          out.second("TopK", List.of(call.name(0), out.integers((long) count)));
      case Indexing.Positions(int axis) -> {
        String size = out.sizeOf(call.name(0), call.type(0), axis);
        String limit = out.apply("Squeeze", List.of(size));
        yield out.apply("Range", List.of(out.integer(0), limit, out.integer(1)));
      }
    };
  }
}
