package dev.darkroom.testkit;

/// What a backend that computes gradients must do beyond [BackendContract]: gradients of every kind of
/// layer that diffusion models are made of, weights that change, errors, threads and life cycle.
///
/// ```java
/// class MyTrainingTests implements TrainingContract {
///   @Override
///   public BackendProvider backend() {
///     return new MyBackendProvider();
///   }
/// }
/// ```
///
/// Gradients are compared with differences of the backend's own losses; see [GradientContract].
public interface TrainingContract
    extends GradientContract,
        TrainedWeightContract,
        TrainingRefusalContract,
        TrainingLifecycleContract {}
