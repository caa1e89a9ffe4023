package dev.darkroom.testkit;

/// What every compute backend must do: each primitive and composite on each element type and on edge
/// shapes, named dimensions, weights, errors, threads and life cycle.
///
/// ```java
/// class MyBackendTests implements BackendContract {
///   @Override
///   public BackendProvider backend() {
///     return new MyBackendProvider();
///   }
/// }
/// ```
///
/// Float32 results must lie within [#tolerance()]; integers, truth values and element types must be
/// exact.
public interface BackendContract
    extends SourceContract,
        UnaryContract,
        BinaryContract,
        CompareContract,
        CastContract,
        MatMulContract,
        ConvolutionContract,
        ReductionContract,
        PoolContract,
        MovementContract,
        ResizeContract,
        IndexingContract,
        CompositeContract,
        NamedDimensionContract,
        WeightContract,
        InputContract,
        PrecisionContract,
        LifecycleContract,
        MemoryContract {}
