package dev.darkroom.testkit;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.Weights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Weights that lie in memory and count how they are read. Safe for use by several threads.
public final class MemoryWeights implements Weights {

  /// For graphs that have no weights.
  public static final Weights NONE = of(Map.of());

  private final Map<String, Tensor> tensors;
  private final Map<String, AtomicInteger> reads = new ConcurrentHashMap<>();
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  private MemoryWeights(Map<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  public static MemoryWeights of(Map<String, Tensor> tensors) {
    return new MemoryWeights(new LinkedHashMap<>(tensors));
  }

  @Override
  public Weight get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new ModelFormatException(
          "memory", "there is no tensor " + name + " among " + tensors.keySet() + ".");
    }
    return new Counted(name, tensor);
  }

  /// How often the tensor `name` was read.
  public int reads(String name) {
    AtomicInteger count = reads.get(name);
    return count == null ? 0 : count.get();
  }

  /// How many reads were under way at once, at most.
  public int readsAtOnce() {
    return most.get();
  }

  private final class Counted implements Weight {

    private final String name;
    private final Tensor tensor;

    Counted(String name, Tensor tensor) {
      this.name = name;
      this.tensor = tensor;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public DType dtype() {
      return tensor.dtype();
    }

    @Override
    public Shape shape() {
      return tensor.shape();
    }

    @Override
    public Tensor read() {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      try {
        reads.computeIfAbsent(name, _ -> new AtomicInteger()).incrementAndGet();
        Tensor copy = Tensor.allocate(tensor.dtype(), tensor.shape());
        copy.data().copyFrom(tensor.data());
        return copy;
      } finally {
        now.decrementAndGet();
      }
    }
  }
}
