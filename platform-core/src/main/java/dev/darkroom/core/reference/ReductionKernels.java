package dev.darkroom.core.reference;

import dev.darkroom.core.ir.Reduction;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import java.util.Arrays;

/// Sums, extremes and where they stand.
final class ReductionKernels {

  private ReductionKernels() {}

  static Data apply(Reduction op, Data x, Shape shape) {
    return switch (op) {
      case Reduction.Reduce(var kind, var _) -> reduce(kind, x, shape);
      case Reduction.ArgMax(int axis) -> argMax(x, Axis.of(x.shape(), axis), shape);
      case Reduction.CumulativeSum(int axis) -> runningSums(x, Axis.of(x.shape(), axis));
      case Reduction.Pool2d pool -> Pooling.apply(pool, (FloatData) x, shape);
    };
  }

  private static Data reduce(Reduction.Reduce.Kind kind, Data x, Shape shape) {
    int[] targets = Lookup.stretch(shape, x.shape());
    boolean extreme = kind == Reduction.Reduce.Kind.MAX || kind == Reduction.Reduce.Kind.MIN;
    if (extreme && targets.length == 0 && shape.elements() > 0) {
      throw new IllegalArgumentException("nothing has no largest or smallest element");
    }
    return switch (x) {
      case FloatData floats -> reduce(kind, floats, shape, targets);
      case LongData longs -> reduce(kind, longs, shape, targets);
    };
  }

  private static Data reduce(Reduction.Reduce.Kind kind, FloatData x, Shape shape, int[] targets) {
    double[] sums = new double[(int) shape.elements()];
    switch (kind) {
      case SUM, MEAN -> {}
      case MAX -> Arrays.fill(sums, Double.NEGATIVE_INFINITY);
      case MIN -> Arrays.fill(sums, Double.POSITIVE_INFINITY);
    }
    for (int i = 0; i < targets.length; i++) {
      double sum = sums[targets[i]];
      double value = x.values[i];
      sums[targets[i]] =
          switch (kind) {
            case SUM, MEAN -> sum + value;
            case MAX -> Math.max(sum, value);
            case MIN -> Math.min(sum, value);
          };
    }
    double each = kind == Reduction.Reduce.Kind.MEAN ? (double) targets.length / sums.length : 1;
    float[] results = new float[sums.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = (float) (sums[i] / each);
    }
    return new FloatData(x.dtype(), shape, results);
  }

  private static Data reduce(Reduction.Reduce.Kind kind, LongData x, Shape shape, int[] targets) {
    long[] sums = new long[(int) shape.elements()];
    switch (kind) {
      case SUM -> {}
      case MAX -> Arrays.fill(sums, Long.MIN_VALUE);
      case MIN -> Arrays.fill(sums, Long.MAX_VALUE);
      case MEAN -> throw new IllegalArgumentException("the mean is for floating types");
    }
    for (int i = 0; i < targets.length; i++) {
      long sum = sums[targets[i]];
      long value = x.values[i];
      sums[targets[i]] =
          switch (kind) {
            case SUM, MEAN -> sum + value;
            case MAX -> Math.max(sum, value);
            case MIN -> Math.min(sum, value);
          };
    }
    return LongData.of(x.dtype(), shape, sums);
  }

  private static Data argMax(Data x, Axis axis, Shape shape) {
    if (axis.size() == 0 && axis.lines() > 0) {
      throw new IllegalArgumentException("nothing has no largest element");
    }
    long[] results = new long[axis.lines()];
    for (int line = 0; line < results.length; line++) {
      int best = 0;
      for (int i = 1; i < axis.size(); i++) {
        best = x.larger(axis.at(line, i), axis.at(line, best)) ? i : best;
      }
      results[line] = best;
    }
    return new LongData(DType.I64, shape, results);
  }

  private static Data runningSums(Data x, Axis axis) {
    return switch (x) {
      case FloatData floats -> runningSums(floats, axis);
      case LongData longs -> runningSums(longs, axis);
    };
  }

  private static Data runningSums(FloatData x, Axis axis) {
    float[] results = new float[x.values.length];
    for (int line = 0; line < axis.lines(); line++) {
      double sum = 0;
      for (int i = 0; i < axis.size(); i++) {
        sum += x.values[axis.at(line, i)];
        results[axis.at(line, i)] = (float) sum;
      }
    }
    return new FloatData(x.dtype(), x.shape(), results);
  }

  private static Data runningSums(LongData x, Axis axis) {
    long[] results = new long[x.values.length];
    for (int line = 0; line < axis.lines(); line++) {
      long sum = 0;
      for (int i = 0; i < axis.size(); i++) {
        sum += x.values[axis.at(line, i)];
        results[axis.at(line, i)] = sum;
      }
    }
    return LongData.of(x.dtype(), x.shape(), results);
  }
}
