package dev.darkroom.core.ir;

import java.util.ArrayList;
import java.util.List;

/// One dimension of a [Type]: a fixed size, or a name that stands for a size known at run time.
///
/// Sizes computed from named ones get names too (`((height-1)/2+1)`, `height*width`); equal names mean
/// equal sizes, and two computations that are the same give the same name.
public sealed interface Dim {

  /// A size known when the graph is built; at least 0.
  record Fixed(long size) implements Dim {
    public Fixed {
      if (size < 0) {
        throw new IllegalArgumentException("negative dimension " + size);
      }
    }

    @Override
    public String toString() {
      return Long.toString(size);
    }
  }

  /// A size known when the graph runs.
  record Named(String name) implements Dim {
    @Override
    public String toString() {
      return name;
    }
  }

  static Dim of(long size) {
    return new Fixed(size);
  }

  static Dim named(String name) {
    return new Named(name);
  }

  /// Whether this is the fixed size `size`.
  default boolean is(long size) {
    return this instanceof Fixed fixed && fixed.size() == size;
  }

  /// The size of a sliding window's result over this dimension: `(n + padding - reach) / stride + 1`
  /// where `reach = dilation * (kernel - 1) + 1` and the division rounds down.
  default Dim windowed(long reach, long stride, long padding) {
    long shift = padding - reach;
    return switch (this) {
      case Fixed(long size) -> {
        if (size + shift < 0) {
          throw new IllegalArgumentException(
              "window of " + reach + " does not fit " + size + " with padding " + padding);
        }
        yield of((size + shift) / stride + 1);
      }
      case Named(String name) when stride == 1 && shift == -1 -> this;
      case Named(String name) -> named("((%s%+d)/%d+1)".formatted(atom(name), shift, stride));
    };
  }

  /// This dimension `factor` times.
  default Dim times(long factor) {
    return product(List.of(this, of(factor)));
  }

  /// The sum of two dimensions, as concatenation makes it.
  default Dim plus(Dim other) {
    if (this instanceof Fixed(long a) && other instanceof Fixed(long b)) {
      return of(a + b);
    }
    return is(0) ? other : other.is(0) ? this : named("(" + this + "+" + other + ")");
  }

  /// The product of dimensions; the order does not matter.
  static Dim product(List<Dim> dims) {
    long constant = 1;
    List<String> names = new ArrayList<>();
    for (Dim dim : dims) {
      switch (dim) {
        case Fixed(long size) -> constant = Math.multiplyExact(constant, size);
        case Named(String name) -> {
          for (String factor : factors(name)) {
            if (isNumber(factor)) {
              constant = Math.multiplyExact(constant, Long.parseLong(factor));
            } else {
              names.add(factor);
            }
          }
        }
      }
    }
    return product(constant, names);
  }

  private static Dim product(long constant, List<String> names) {
    if (names.isEmpty() || constant == 0) {
      return of(constant);
    }
    names.sort(null);
    String joined = String.join("*", names);
    return named(constant == 1 ? joined : constant + "*" + joined);
  }

  /// `whole / part` where it comes out even; an error names both otherwise.
  static Dim quotient(Dim whole, Dim part) {
    List<String> rest = new ArrayList<>(factors(whole.toString()));
    long numerator = 1;
    long denominator = 1;
    for (String factor : factors(part.toString())) {
      if (isNumber(factor)) {
        denominator *= Long.parseLong(factor);
      } else if (!rest.remove(factor)) {
        throw new IllegalArgumentException("cannot divide " + whole + " by " + part);
      }
    }
    for (String factor : List.copyOf(rest)) {
      if (isNumber(factor)) {
        numerator *= Long.parseLong(factor);
        rest.remove(factor);
      }
    }
    if (denominator == 0 || numerator % denominator != 0) {
      throw new IllegalArgumentException("cannot divide " + whole + " by " + part);
    }
    return product(numerator / denominator, rest);
  }

  private static List<String> factors(String name) {
    List<String> factors = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '*' && depth == 0) {
        factors.add(name.substring(start, i));
        start = i + 1;
      }
    }
    factors.add(name.substring(start));
    return factors.stream().map(f -> factors.size() > 1 ? f : atom(f)).toList();
  }

  /// A name fit to stand in a product or quotient: sums and quotients in parentheses.
  private static String atom(String name) {
    boolean compound = name.indexOf('+') >= 0 || name.indexOf('/') >= 0;
    boolean enclosed = name.startsWith("(") && closes(name) == name.length() - 1;
    return compound && !enclosed ? "(" + name + ")" : name;
  }

  private static int closes(String name) {
    int depth = 0;
    for (int i = 0; i < name.length(); i++) {
      depth += name.charAt(i) == '(' ? 1 : name.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(Character::isDigit);
  }
}
