package dev.darkroom.backend.djl;

import dev.darkroom.core.ir.Indexing;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.DType;
import java.util.ArrayList;
import java.util.List;

/// Says indexing in TorchScript.
final class IndexingEmitter {

  private IndexingEmitter() {}

  static Term emit(Script out, Indexing op, List<Term> in, Type type) {
    Term x = in.getFirst();
    return switch (op) {
      case Indexing.Gather(int axis) -> gather(out, x.type().axis(axis), x, in.get(1), type);
      case Indexing.GatherAlong(int axis) ->
          out.call(type, x.held(), "gather", x, axis, out.cast(in.get(1), DType.I64));
      case Indexing.TopIndices(int count) -> {
        // sort keeps the order of equals, topk does not
        String order =
            out.let(Script.invocation("argsort", x, "stable=True", "dim=-1", "descending=True"));
        yield out.call(type, DType.I64, "slice", order, -1, 0, count);
      }
      case Indexing.Positions(int axis) ->
          out.call(
              type,
              DType.I64,
              "arange",
              Script.invocation("size", x, axis),
              "dtype=4",
              "device=" + x + ".device");
    };
  }

  private static Term gather(Script out, int axis, Term x, Term indices, Type type) {
    String flat = Script.invocation("reshape", indices, List.of(-1));
    Term rows = out.call(x.type(), x.held(), "index_select", x, axis, flat);
    List<String> sizes = new ArrayList<>();
    for (int i = 0; i < x.rank(); i++) {
      if (i == axis) {
        for (int k = 0; k < indices.rank(); k++) {
          sizes.add(Script.invocation("size", indices, k));
        }
      } else {
        sizes.add(Script.invocation("size", x, i));
      }
    }
    return out.call(
        type, x.held(), "reshape", rows, sizes.isEmpty() ? "annotate(List[int], [])" : sizes);
  }
}
