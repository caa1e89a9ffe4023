package dev.darkroom.backend.tf;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tensorflow.internal.c_api.TF_Operation;

/// Places in a graph where a run looks whether it shall go on. TensorFlow has no way to stop a run
/// from outside, so every few matrix products and convolutions an `Assert` reads a truth value in
/// memory that we write; where it finds it false, the run fails and ends.
///
/// The checks hang on operations that TensorFlow's optimizer never fuses with others, since it
/// fuses nothing that something waits for; on products only where there is nothing else.
final class StopPoints {

  private static final int INTERVAL = 2;

  private static final int LONGEST = 12;

  private static final Set<String> UNFUSED = Set.of("Mean", "Softmax", "BatchMatMulV2");

  private static final Set<String> LIGHT = Set.of("Mean", "Softmax");

  private final @Nullable Edge go;
  private @Nullable TF_Operation latest;
  private int since;

  private StopPoints(@Nullable Edge go) {
    this.go = go;
  }

  /// @param go the truth value
  static StopPoints reading(Edge go) {
    return new StopPoints(go);
  }

  static StopPoints none() {
    return new StopPoints(null);
  }

  /// Adds `operator`, behind a check if one is due.
  Edge pass(Emission out, Operator operator) {
    boolean unfused = UNFUSED.contains(operator.type());
    int interval = unfused ? INTERVAL : LONGEST;
    if (go != null && latest != null && since >= interval) {
      operator.after(check(out, go, latest));
      since = 0;
    }
    since += LIGHT.contains(operator.type()) ? 0 : 1;
    Edge edge = operator.build();
    if (unfused || since >= LONGEST) {
      latest = edge.operation();
    }
    return edge;
  }

  private static TF_Operation check(Emission out, Edge go, TF_Operation before) {
    return out.operator("Assert").input(go).inputs(List.of(go)).after(before).build().operation();
  }
}
