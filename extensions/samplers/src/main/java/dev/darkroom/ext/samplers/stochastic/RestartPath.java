package dev.darkroom.ext.samplers.stochastic;

import dev.darkroom.core.spi.Sigmas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The way of restart sampling as A1111 has it: from 20 steps on, nine of them (from 36 on, twice a
/// quarter) go once more from a noise level near 2 down to one near 0.1.
final class RestartPath {

  /// One step between two noise levels.
  record Leg(double from, double to) {}

  private static final int FEWEST = 20;
  private static final int FEWEST_FOR_TWO = 36;
  private static final int REPEATED = 9;
  private static final double RHO = 7;

  private RestartPath() {}

  static List<Leg> of(Sigmas sigmas) {
    int steps = sigmas.steps();
    if (steps < FEWEST) {
      return legs(sigmas.values());
    }
    int times = steps >= FEWEST_FOR_TWO ? 2 : 1;
    int repeated = times == 2 ? steps / 4 : REPEATED;
    double[] levels = main(sigmas, steps - repeated * times);
    int low = nearest(levels, sigmas.form().sigma(-Math.log(0.1)));
    int high = nearest(levels, sigmas.form().sigma(-Math.log(2)));
    List<Leg> legs = new ArrayList<>(legs(levels));
    if (high < low && low < levels.length - 1) {
      List<Leg> again = legs(karras(levels[high], levels[low], repeated + 1));
      for (int i = 0; i < times; i++) {
        legs.addAll(low, again);
      }
    }
    return legs;
  }

  /// Levels between the same ends as the given ones; those of the schedule are not used.
  private static double[] main(Sigmas sigmas, int steps) {
    double last = sigmas.value(sigmas.steps());
    if (last > 0) {
      return karras(sigmas.value(0), last, steps + 1);
    }
    double[] above = karras(sigmas.value(0), sigmas.value(sigmas.steps() - 1), steps);
    return Arrays.copyOf(above, steps + 1);
  }

  private static double[] karras(double high, double low, int count) {
    double[] levels = new double[count];
    double top = Math.pow(high, 1 / RHO);
    double bottom = Math.pow(low, 1 / RHO);
    for (int i = 0; i < count; i++) {
      levels[i] = Math.pow(top + (bottom - top) * i / (count - 1), RHO);
    }
    // to the bit, or a rounding error would look like a way up
    levels[0] = high;
    levels[count - 1] = low;
    return levels;
  }

  private static int nearest(double[] levels, double wanted) {
    int best = 0;
    for (int i = 1; i < levels.length; i++) {
      if (Math.abs(levels[i] - wanted) < Math.abs(levels[best] - wanted)) {
        best = i;
      }
    }
    return best;
  }

  private static List<Leg> legs(double[] levels) {
    List<Leg> legs = new ArrayList<>();
    for (int i = 1; i < levels.length; i++) {
      legs.add(new Leg(levels[i - 1], levels[i]));
    }
    return legs;
  }
}
