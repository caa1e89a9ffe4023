package dev.darkroom.ext.samplers.multistep;

import dev.darkroom.core.spi.Parameter;
import dev.darkroom.core.spi.ParameterValues;

/// Whether a multistep method ends in lower orders, which is steadier where there are few steps (Lu et
/// al. 2022, arXiv:2211.01095, section 4).
///
/// @param lower whether walks of less than 15 steps do
/// @param euler whether the last step is of first order in any case
record FinalOrders(boolean lower, boolean euler) {

  /// The same order to the end.
  static final FinalOrders KEPT = new FinalOrders(false, false);

  static final Parameter LOWER =
      new Parameter.Toggle(
          "lower_order_final", true, "Lower the order at the end of walks below 15 steps.");

  static final Parameter EULER =
      new Parameter.Toggle("euler_at_final", false, "Take the last step in first order.");

  private static final int SHORT_WALK = 15;

  static FinalOrders of(ParameterValues values) {
    return new FinalOrders(values.toggle("lower_order_final"), values.toggle("euler_at_final"));
  }

  /// The order of step `i` of `steps`, at most `order`.
  int at(int i, int steps, int order) {
    boolean brief = lower && steps < SHORT_WALK;
    int left = steps - i;
    if (left == 1 && (euler || brief)) {
      return 1;
    }
    return brief ? Math.min(order, left) : order;
  }
}
