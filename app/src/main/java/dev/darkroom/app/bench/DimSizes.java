package dev.darkroom.app.bench;

import dev.darkroom.core.ir.Dim;
import dev.darkroom.core.ir.Type;
import dev.darkroom.core.tensor.Shape;
import java.util.Map;

/// Sizes of named dimensions, also of those whose names are computed from others
/// (`(height-1)/2+1`, `2*height*width`).
///
/// @param sizes the sizes of the plain names
record DimSizes(Map<String, Long> sizes) {

  DimSizes {
    sizes = Map.copyOf(sizes);
  }

  Shape shape(Type type) {
    return Shape.of(type.dims().stream().mapToLong(this::size).toArray());
  }

  /// @throws IllegalArgumentException if a name in it has no size
  long size(Dim dim) {
    return switch (dim) {
      case Dim.Fixed(long size) -> size;
      case Dim.Named(String name) -> new Formula(name).value();
    };
  }

  /// Sums and products of whole numbers and names, with brackets, read from left to right.
  private final class Formula {
    private final String text;
    private int at;

    Formula(String text) {
      this.text = text;
    }

    long value() {
      long value = sum();
      if (at < text.length()) {
        throw new IllegalArgumentException("cannot read the dimension " + text);
      }
      return value;
    }

    private long sum() {
      long value = product();
      while (next('+') || next('-')) {
        value += text.charAt(at++) == '+' ? product() : -product();
      }
      return value;
    }

    private long product() {
      long value = atom();
      while (next('*') || next('/')) {
        value = text.charAt(at++) == '*' ? value * atom() : Math.floorDiv(value, atom());
      }
      return value;
    }

    private long atom() {
      if (next('(')) {
        at++;
        long value = sum();
        at++;
        return value;
      }
      int from = at;
      while (at < text.length() && "+-*/()".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String name = text.substring(from, at);
      return !name.isEmpty() && Character.isDigit(name.charAt(0))
          ? Long.parseLong(name)
          : named(name);
    }

    private long named(String name) {
      Long size = sizes.get(name);
      if (size == null) {
        throw new IllegalArgumentException("no size for \"%s\" of %s".formatted(name, text));
      }
      return size;
    }

    private boolean next(char c) {
      return at < text.length() && text.charAt(at) == c;
    }
  }
}
