package dev.darkroom.ext.samplers.exponential;

import java.util.List;

/// The coefficients of an explicit exponential Runge-Kutta method.
///
/// @param stages the stages after the first one, which is the start of the step
/// @param result the weights of the answers in the result
record ExponentialTableau(List<Stage> stages, Weights result) {

  /// Weights as functions of the step's width.
  @FunctionalInterface
  interface Weights {
    double[] at(Phi phi);
  }

  /// @param node how far into the step the stage lies, from 0 to 1
  /// @param weights of the answers before it
  record Stage(double node, Weights weights) {}

  static ExponentialTableau of(Weights result, Stage... stages) {
    return new ExponentialTableau(List.of(stages), result);
  }
}
