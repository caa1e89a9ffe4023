package dev.darkroom.backend.tf;

import dev.darkroom.core.ir.Type;

/// A value of our graph in the TensorFlow graph under construction.
///
/// @param edge where its elements come from
/// @param type what our graph says of it
/// @param layout how its dimensions lie in `edge`
record Operand(Edge edge, Type type, Layout layout) {

  static Operand plain(Edge edge, Type type) {
    return new Operand(edge, type, Layout.PLAIN);
  }

  int rank() {
    return type.rank();
  }

  boolean isLast() {
    return layout == Layout.CHANNELS_LAST;
  }

  /// The place of an axis, which may be negative, in `edge`.
  int place(int axis) {
    return layout.place(type.axis(axis), rank());
  }

  /// The same kind of value from another edge.
  Operand with(Edge changed) {
    return new Operand(changed, type, layout);
  }
}
