package dev.darkroom.ext.samplers.rungekutta;

import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.ext.samplers.LinearSystem;
import java.util.List;

/// The equations of one implicit step, solved for the stages while the model's answers are held fixed.
///
/// The slope `(x - denoised) / sigma` is linear in `x`, so that each stage, and the end, is a weighted
/// sum of the start and of the answers. Iterating on the answers only keeps large steps stable.
final class ImplicitStep {

  /// For each stage and the end: the weight of the start, then those of the answers.
  private final double[][] weights;

  private ImplicitStep(double[][] weights) {
    this.weights = weights;
  }

  static ImplicitStep of(Collocation method, double from, double to) {
    int stages = method.stages();
    double[][] left = new double[stages][stages];
    double[][] right = new double[stages][stages + 1];
    for (int i = 0; i < stages; i++) {
      right[i][0] = 1;
      left[i][i] = 1;
      for (int j = 0; j < stages; j++) {
        double share = (to - from) * method.row(i, j) / method.sigma(j, from, to);
        left[i][j] -= share;
        right[i][j + 1] -= share;
      }
    }
    return new ImplicitStep(withEnd(method, from, to, LinearSystem.solve(left, right)));
  }

  /// The end is the start and the weighted sum of the slopes at the solved stages.
  private static double[][] withEnd(Collocation method, double from, double to, double[][] stages) {
    double[][] all = new double[stages.length + 1][];
    double[] end = new double[stages.length + 1];
    end[0] = 1;
    for (int j = 0; j < stages.length; j++) {
      all[j] = stages[j];
      double share = (to - from) * method.weight(j) / method.sigma(j, from, to);
      for (int k = 0; k < end.length; k++) {
        end[k] += share * stages[j][k];
      }
      end[j + 1] -= share;
    }
    all[stages.length] = end;
    return all;
  }

  /// The latents at stage `stage`, or at the end.
  Tensor at(int stage, Tensor x, List<Tensor> answers) {
    Tensor sum = x.times(weights[stage][0]);
    for (int j = 0; j < answers.size(); j++) {
      sum = sum.plus(weights[stage][j + 1], answers.get(j));
    }
    return sum;
  }
}
