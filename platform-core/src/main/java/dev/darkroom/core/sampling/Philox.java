package dev.darkroom.core.sampling;

/// The counter-based generator Philox 4x32-10 (Salmon, Moraes, Dror, Shaw, "Parallel Random
/// Numbers: As Easy as 1, 2, 3", 2011), addressed as cuRAND does: one 64-bit seed is the key, one
/// 64-bit subsequence (a thread) and one 64-bit block number in it are the counter. Each address
/// yields 128 random bits.
final class Philox {

  private static final int ROUNDS = 10;
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;

  private final int key0;
  private final int key1;

  Philox(long seed) {
    key0 = (int) seed;
    key1 = (int) (seed >>> 32);
  }

  /// Writes the four words of a block into `words`.
  void block(long subsequence, long block, int[] words) {
    int c0 = (int) block;
    int c1 = (int) (block >>> 32);
    int c2 = (int) subsequence;
    int c3 = (int) (subsequence >>> 32);
    int k0 = key0;
    int k1 = key1;
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = MULTIPLIER_0 * Integer.toUnsignedLong(c0);
      long product1 = MULTIPLIER_1 * Integer.toUnsignedLong(c2);
      c0 = (int) (product1 >>> 32) ^ c1 ^ k0;
      c1 = (int) product1;
      c2 = (int) (product0 >>> 32) ^ c3 ^ k1;
      c3 = (int) product0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    words[0] = c0;
    words[1] = c1;
    words[2] = c2;
    words[3] = c3;
  }
}
