package dev.darkroom.core.ir;

import java.util.List;

/// An operation of a graph: a value object with its attributes as components. Every op has exactly
/// one result.
public sealed interface Op permits Op.Primitive, Op.Composite {

  /// The type of the result.
  ///
  /// @throws IllegalArgumentException if the inputs do not fit; [GraphBuilder] adds the op and every
  ///     input type to the message
  Type result(List<Type> inputs);

  /// The name shown in dumps and messages.
  default String name() {
    return getClass().getSimpleName();
  }

  /// What every backend must implement. Backends switch over these without a `default` branch, so a
  /// new one does not compile until every backend has it.
  sealed interface Primitive extends Op
      permits Source, Elementwise, Contraction, Reduction, Movement, Indexing {}

  /// An op that can say itself in other ops. A backend may claim a composite and compute it natively;
  /// the same contract case then checks it.
  non-sealed interface Composite extends Op {

    /// Builds the same result from simpler ops.
    Value lower(GraphBuilder g, List<Value> inputs);
  }
}
