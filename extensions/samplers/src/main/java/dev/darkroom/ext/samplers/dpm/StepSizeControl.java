package dev.darkroom.ext.samplers.dpm;

/// Chooses the width of adaptive steps from their errors: a controller with a proportional, an
/// integral and a differential part (Soederlind 2003), as k-diffusion has it.
final class StepSizeControl {

  /// The parts of the controller and the factor from which on a step is accepted.
  record Gains(double proportional, double integral, double differential, double acceptance) {}

  private static final double TINY = 1e-8;

  private final double now;
  private final double before;
  private final double earlier;
  private final double acceptance;
  private double width;
  private double last = Double.NaN;
  private double beforeLast = Double.NaN;

  /// @param width of the first step
  /// @param order of the method, which says how errors shrink with the width
  StepSizeControl(double width, Gains gains, double order) {
    this.width = width;
    this.now = (gains.proportional() + gains.integral() + gains.differential()) / order;
    this.before = -(gains.proportional() + 2 * gains.differential()) / order;
    this.earlier = gains.differential() / order;
    this.acceptance = gains.acceptance();
  }

  /// The width to try next.
  double width() {
    return width;
  }

  /// Whether a step with this error is good enough; changes the width in any case.
  ///
  /// @param error as a multiple of what is tolerated
  boolean accepts(double error) {
    double inverse = 1 / (error + TINY);
    if (Double.isNaN(last)) {
      last = inverse;
      beforeLast = inverse;
    }
    double wished = Math.pow(inverse, now) * Math.pow(last, before) * Math.pow(beforeLast, earlier);
    double factor = 1 + Math.atan(wished - 1);
    width *= factor;
    boolean accepted = factor >= acceptance;
    if (accepted) {
      beforeLast = last;
      last = inverse;
    }
    return accepted;
  }
}
