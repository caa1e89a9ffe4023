package dev.darkroom.backend.tf;

import dev.darkroom.core.tensor.DType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.jspecify.annotations.Nullable;

/// Brings weights into the element type and the order of dimensions that they are computed in, by
/// means of TensorFlow itself.
final class WeightConversion implements AutoCloseable {

  private record Kind(DType from, DType to, List<Integer> order) {}

  private record Path(Edge input, Edge output) {}

  private final Map<Kind, Path> paths = new HashMap<>();
  private @Nullable EngineSession session;
  private @Nullable Emission out;

  /// A new tensor; `stored` stays with the caller.
  ///
  /// @param order dimension i of the result is dimension `order[i]` of `stored`; empty: as they are
  EngineTensor convert(
      String name, EngineTensor stored, DType from, DType to, List<Integer> order) {
    if (session == null || out == null) {
      session = new EngineSession(Runtime.getRuntime().availableProcessors());
      out = new Emission(session.graph(), StopPoints.none());
    }
    Emission emission = out;
    Path path = paths.computeIfAbsent(new Kind(from, to, order), kind -> path(emission, kind));
    return session
        .run(
            "The weight " + name + " could not be converted",
            List.of(path.input()),
            List.of(stored),
            List.of(path.output()))
        .getFirst();
  }

  private static Path path(Emission out, Kind kind) {
    try (PointerScope _ = new PointerScope()) {
      Edge input = out.operator("Placeholder").with("dtype", kind.from()).build();
      Edge ordered = kind.order().isEmpty() ? input : out.transpose(input, kind.order());
      Edge cast = out.cast(ordered, kind.from(), kind.to());
      return new Path(input, out.apply("Identity", cast));
    }
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
      session = null;
      out = null;
      paths.clear();
    }
  }
}
