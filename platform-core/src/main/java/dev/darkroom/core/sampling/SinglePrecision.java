package dev.darkroom.core.sampling;

/// Logarithm, sine and cosine in float32 by the polynomials of the Cephes library (Moshier), with
/// the rounding of the vectorised version that torch's CPU kernels use: where a compiler contracts
/// a product and a sum, [Math#fma] stands here. Slightly less exact than [Math], and that is the
/// point: the last bit has to be the same.
///
/// The domain is what Box-Muller needs: positive normal numbers for the logarithm, angles of 0 to 2
/// pi for sine and cosine.
final class SinglePrecision {

  private static final float SQRT_HALF = 0.707106781186547524f;
  private static final float[] LOG = {
    7.0376836292E-2f,
    -1.1514610310E-1f,
    1.1676998740E-1f,
    -1.2420140846E-1f,
    1.4249322787E-1f,
    -1.6668057665E-1f,
    2.0000714765E-1f,
    -2.4999993993E-1f,
    3.3333331174E-1f
  };
  // ln 2 and pi / 4, cut in parts whose products with small integers are exact
  private static final float LN2_LOW = -2.12194440e-4f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float QUARTER_PI_1 = 0.78515625f;
  private static final float QUARTER_PI_2 = 2.4187564849853515625e-4f;
  private static final float QUARTER_PI_3 = 3.77489497744594108e-8f;
  private static final float FOUR_OVER_PI = 1.27323954473516f;

  private SinglePrecision() {}

  /// Natural logarithm of `x > 0`.
  static float log(float x) {
    int bits = Float.floatToRawIntBits(x);
    int exponent = (bits >>> 23) - 126;
    float fraction = Float.intBitsToFloat((bits & 0x007FFFFF) | 0x3F000000); // 0.5 to 1
    if (fraction < SQRT_HALF) {
      exponent--;
      fraction += fraction;
    }
    return log1p(fraction - 1f, exponent);
  }

  /// ln(1 + x) + exponent * ln 2 for a small x.
  private static float log1p(float x, float exponent) {
    float square = x * x;
    float y = LOG[0];
    for (int i = 1; i < LOG.length; i++) {
      y = Math.fma(y, x, LOG[i]);
    }
    y *= x;
    y = Math.fma(y, square, exponent * LN2_LOW);
    y = Math.fma(-square, 0.5f, y);
    return Math.fma(exponent, LN2_HIGH, x + y);
  }

  /// Sine of `x`, an angle of 0 to 2 pi.
  static float sin(float x) {
    int octant = octant(x);
    float reduced = reduced(x, octant);
    float value = (octant & 2) == 0 ? sinPolynomial(reduced) : cosPolynomial(reduced);
    return (octant & 4) == 0 ? value : -value;
  }

  /// Cosine of `x`, an angle of 0 to 2 pi.
  static float cos(float x) {
    int octant = octant(x);
    float reduced = reduced(x, octant);
    float value = (octant & 2) == 0 ? cosPolynomial(reduced) : sinPolynomial(reduced);
    return ((octant - 2) & 4) == 0 ? -value : value;
  }

  /// The nearest even multiple of pi / 4.
  private static int octant(float x) {
    return ((int) (x * FOUR_OVER_PI) + 1) & ~1;
  }

  private static float reduced(float x, int octant) {
    float y = Math.fma(-octant, QUARTER_PI_1, x);
    y = Math.fma(-octant, QUARTER_PI_2, y);
    return Math.fma(-octant, QUARTER_PI_3, y);
  }

  private static float cosPolynomial(float x) {
    float square = x * x;
    float y = Math.fma(2.443315711809948e-5f, square, -1.388731625493765e-3f);
    y = Math.fma(y, square, 4.166664568298827e-2f);
    y *= square;
    return Math.fma(y, square, -(square * 0.5f)) + 1f;
  }

  private static float sinPolynomial(float x) {
    float square = x * x;
    float y = Math.fma(-1.9515295891e-4f, square, 8.3321608736e-3f);
    y = Math.fma(y, square, -1.6666654611e-1f);
    y *= square;
    return Math.fma(y, x, x);
  }
}
