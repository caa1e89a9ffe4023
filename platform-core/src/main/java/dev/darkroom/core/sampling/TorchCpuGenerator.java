package dev.darkroom.core.sampling;

import dev.darkroom.core.tensor.DType;

/// torch's CPU generator (`torch.Generator("cpu").manual_seed(seed)`): MT19937 behind torch's own
/// transformations to uniform, normal and integer numbers.
///
/// A seed is 64 bits wide but torch seeds the engine with its lower 32 alone, so seeds that differ
/// above them give the same numbers. Here as there.
public final class TorchCpuGenerator implements TorchGenerator {

  /// From this span on torch draws 64 bits for an integer, to keep the modulo's skew small.
  private static final long WIDE_SPAN = 1L << 28;

  private static final int PERMUTATION_LIMIT = (int) (0xFFFFFFFFL / 20);

  private final MersenneTwister engine;
  private double cachedNormal = Double.NaN;

  public TorchCpuGenerator(long seed) {
    engine = new MersenneTwister((int) seed);
  }

  @Override
  public void normal(float[] target, DType dtype) {
    BoxMuller.requireNormalType(dtype);
    if (target.length < BoxMuller.BLOCK) {
      for (int i = 0; i < target.length; i++) {
        target[i] = (float) nextNormal();
      }
    } else {
      fillBlocks(target, dtype);
    }
    BoxMuller.round(target, dtype);
  }

  /// Whole blocks from the front, then one more over the last 16 elements if the length is no
  /// multiple of 16. For float32 torch has by then drawn numbers for the ragged end, too.
  private void fillBlocks(float[] target, DType dtype) {
    int ragged = target.length % BoxMuller.BLOCK;
    uniforms(target, 0, dtype == DType.F32 ? target.length : target.length - ragged);
    for (int i = 0; i + BoxMuller.BLOCK <= target.length; i += BoxMuller.BLOCK) {
      BoxMuller.transform(target, i);
    }
    if (ragged != 0) {
      int last = target.length - BoxMuller.BLOCK;
      uniforms(target, last, target.length);
      BoxMuller.transform(target, last);
    }
  }

  /// One normal number by Box and Muller in double precision; each pair serves two calls, also when
  /// other draws come between them.
  private double nextNormal() {
    if (!Double.isNaN(cachedNormal)) {
      double cached = cachedNormal;
      cachedNormal = Double.NaN;
      return cached;
    }
    double u1 = nextDouble();
    double u2 = nextDouble();
    double radius = Math.sqrt(-2.0 * StrictMath.log1p(-u2));
    double theta = 2.0 * Math.PI * u1;
    cachedNormal = radius * StrictMath.sin(theta);
    return radius * StrictMath.cos(theta);
  }

  private double nextDouble() {
    return (engine.nextLong() & ((1L << 53) - 1)) * 0x1p-53;
  }

  /// `torch.rand` in float32: fills `target` with uniform numbers in `[0, 1)` on a grid of 2^-24.
  public void uniform(float[] target) {
    uniforms(target, 0, target.length);
  }

  private void uniforms(float[] target, int from, int to) {
    for (int i = from; i < to; i++) {
      target[i] = (engine.nextInt() & 0xFFFFFF) * 0x1p-24f;
    }
  }

  /// `torch.randint(low, high, ...)`: fills `target` with integers in `[low, high)`.
  ///
  /// @throws IllegalArgumentException if `low >= high`
  public void integers(long[] target, long low, long high) {
    if (low >= high) {
      throw new IllegalArgumentException(
          "low must be below high, got low " + low + " and high " + high);
    }
    long span = high - low; // unsigned
    boolean wide = Long.compareUnsigned(span, WIDE_SPAN) >= 0;
    for (int i = 0; i < target.length; i++) {
      long bits = wide ? engine.nextLong() : Integer.toUnsignedLong(engine.nextInt());
      target[i] = Long.remainderUnsigned(bits, span) + low;
    }
  }

  /// `torch.randperm(size)`: the numbers 0 to `size - 1` in random order.
  ///
  /// @throws IllegalArgumentException if `size` is negative or above 214,748,363, where torch goes
  ///   over to another algorithm
  public int[] permutation(int size) {
    if (size < 0 || size >= PERMUTATION_LIMIT) {
      throw new IllegalArgumentException(
          "size must be 0 to " + (PERMUTATION_LIMIT - 1) + ", got " + size);
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    for (int i = 0; i < size - 1; i++) {
      int other = i + Integer.remainderUnsigned(engine.nextInt(), size - i);
      int held = order[i];
      order[i] = order[other];
      order[other] = held;
    }
    return order;
  }
}
