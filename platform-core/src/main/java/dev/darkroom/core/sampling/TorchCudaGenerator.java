package dev.darkroom.core.sampling;

import dev.darkroom.core.tensor.DType;

/// torch's CUDA generator (`torch.Generator("cuda").manual_seed(seed)`), computed on the CPU:
/// Philox 4x32-10, laid out over threads as torch's kernel does and turned normal as cuRAND's
/// `curand_normal4` does.
///
/// The card itself rounds to float32 on the way and uses its fast sine and cosine, which no other
/// machine has. The numbers here are what it approximates; they differ from the card's by about
/// 1e-6.
///
/// A tensor with more elements than the card runs threads at once is filled in several rounds, so
/// its numbers depend on the card. Up to 196,608 elements (a latent of 4 x 1024 x 1024 pixels has
/// 65,536) the common large ones agree with each other and with the default here, which gives every
/// element a thread of its own.
public final class TorchCudaGenerator implements TorchGenerator {

  private static final int THREADS_PER_BLOCK = 256;
  private static final int LANES = 4;
  private static final double TO_UNIT = 0x1p-32;
  private static final double TO_ANGLE = 0x1p-32 * (float) (2.0 * Math.PI);

  private final Philox philox;
  private final int residentBlocks;
  private long round;

  /// A generator as on a card with a thread for every element.
  public TorchCudaGenerator(long seed) {
    this(seed, Integer.MAX_VALUE);
  }

  /// A generator as on a given card.
  ///
  /// @param residentBlocks the blocks of 256 threads that the card runs at once: multiprocessors
  ///   times blocks on each (A100 108 x 8, H100 132 x 8, RTX 4090 128 x 6)
  /// @throws IllegalArgumentException if `residentBlocks` is not positive
  public TorchCudaGenerator(long seed, int residentBlocks) {
    if (residentBlocks < 1) {
      throw new IllegalArgumentException("residentBlocks must be positive, got " + residentBlocks);
    }
    this.philox = new Philox(seed);
    this.residentBlocks = residentBlocks;
  }

  @Override
  public void normal(float[] target, DType dtype) {
    BoxMuller.requireNormalType(dtype);
    long blocks = Math.ceilDiv(target.length, THREADS_PER_BLOCK);
    long threads = Math.min(blocks, residentBlocks) * THREADS_PER_BLOCK;
    for (long start = 0; start < target.length; start += threads * LANES) {
      fillRound(target, start, threads);
      round++;
    }
    BoxMuller.round(target, dtype);
  }

  /// Lets every thread make its four numbers; they go to places `threads` apart.
  private void fillRound(float[] target, long start, long threads) {
    int[] words = new int[LANES];
    float[] lanes = new float[LANES];
    for (long thread = 0; thread < Math.min(threads, target.length - start); thread++) {
      philox.block(thread, round, words);
      normals(words, lanes);
      for (int lane = 0; lane < LANES; lane++) {
        long index = start + thread + threads * lane;
        if (index < target.length) {
          target[(int) index] = lanes[lane];
        }
      }
    }
  }

  private static void normals(int[] words, float[] lanes) {
    for (int i = 0; i < LANES; i += 2) {
      double u = Integer.toUnsignedLong(words[i]) * TO_UNIT + TO_UNIT / 2;
      double theta = Integer.toUnsignedLong(words[i + 1]) * TO_ANGLE + TO_ANGLE / 2;
      double radius = Math.sqrt(-2.0 * StrictMath.log(u));
      lanes[i] = (float) (radius * StrictMath.sin(theta));
      lanes[i + 1] = (float) (radius * StrictMath.cos(theta));
    }
  }
}
