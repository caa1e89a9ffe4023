package dev.darkroom.core.sampling;

/// The 32-bit Mersenne Twister MT19937 of Matsumoto and Nishimura ("Mersenne Twister: a
/// 623-dimensionally equidistributed uniform pseudo-random number generator", 1998), seeded by its
/// `init_genrand`.
final class MersenneTwister {

  private static final int SIZE = 624;
  private static final int MIDDLE = 397;
  private static final int MATRIX = 0x9908B0DF;

  private final int[] state = new int[SIZE];
  private int next = SIZE;

  MersenneTwister(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      int previous = state[i - 1];
      state[i] = 1812433253 * (previous ^ (previous >>> 30)) + i;
    }
  }

  /// The next 32 random bits.
  int nextInt() {
    if (next == SIZE) {
      regenerate();
      next = 0;
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9D2C5680;
    y ^= (y << 15) & 0xEFC60000;
    return y ^ (y >>> 18);
  }

  /// The next 64 random bits: two draws, the first one on top.
  long nextLong() {
    long high = nextInt();
    return (high << 32) | Integer.toUnsignedLong(nextInt());
  }

  private void regenerate() {
    for (int i = 0; i < SIZE; i++) {
      int mixed = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7FFFFFFF);
      int twist = (mixed & 1) == 0 ? 0 : MATRIX;
      state[i] = state[(i + MIDDLE) % SIZE] ^ (mixed >>> 1) ^ twist;
    }
  }
}
