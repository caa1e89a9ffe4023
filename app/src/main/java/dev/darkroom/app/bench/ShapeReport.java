package dev.darkroom.app.bench;

import org.jspecify.annotations.Nullable;

/// What a run of [ShapeBench] found.
///
/// @param shape name of the published model
/// @param engine engine and version
/// @param precision what it computed in
/// @param input the sizes of the network's inputs, for people
/// @param work size of the network and of one step
/// @param time seconds
/// @param rate how fast that is
/// @param memory what it held
public record ShapeReport(
    String shape,
    String engine,
    String precision,
    String input,
    Work work,
    Time time,
    Rate rate,
    Memory memory) {

  /// @param parameters numbers in the weights
  /// @param weightBytes their size in float32
  /// @param flop floating-point operations of one step
  public record Work(long parameters, long weightBytes, long flop) {}

  /// @param load first load of the weights from their file
  /// @param secondLoad load of the same file again
  /// @param step median of the steps
  /// @param fastestStep the fastest of them
  /// @param steps number of steps measured
  public record Time(double load, double secondLoad, double step, double fastestStep, int steps) {}

  /// @param gflops billions of operations a second in the median step
  /// @param peakGflops the same of one large matrix product on the same backend
  /// @param share the first over the second
  public record Rate(double gflops, double peakGflops, double share) {}

  /// @param peakBytes the most that the process held; null where the system does not say
  /// @param toWeights that over the size of the weights in float32
  public record Memory(@Nullable Long peakBytes, @Nullable Double toWeights) {}
}
