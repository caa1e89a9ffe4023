package dev.darkroom.core.plugin.info;

import dev.darkroom.core.error.InvalidRequestException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which versions suit, as an interval: `[1.2,2)` is 1.2.0 and everything up to but not including 2.
///
/// Pre-releases of an excluded upper end lie outside: `[1.2,2)` does not take `2.0.0-beta`.
///
/// @param lower null for no lower end
/// @param upper null for no upper end
public record VersionRange(@Nullable Bound lower, @Nullable Bound upper) {

  /// Whether a range takes the version that it ends at.
  public enum Edge {
    INCLUDED,
    EXCLUDED
  }

  /// An end of a range.
  public record Bound(Version version, Edge edge) {}

  private static final Pattern INTERVAL =
      Pattern.compile("([\\[(])\\s*([^,\\[\\]()]*?)\\s*,\\s*([^,\\[\\]()]*?)\\s*([\\])])");
  private static final Pattern EXACTLY = Pattern.compile("\\[\\s*([^,\\[\\]()]+?)\\s*]");

  /// Every version.
  public static VersionRange any() {
    return new VersionRange(null, null);
  }

  /// Reads `[1.2,2)`, `(1,2]`, `[1.2,)`, `(,2)`, `[1.2.3]` for one version, and `*` for any.
  ///
  /// @param field what is read, for the message
  /// @throws InvalidRequestException if it has another form or holds no version
  public static VersionRange parse(String field, String text) {
    String range = text.strip();
    if (range.equals("*")) {
      return any();
    }
    Matcher exactly = EXACTLY.matcher(range);
    if (exactly.matches()) {
      Bound only = new Bound(Version.parse(field, exactly.group(1)), Edge.INCLUDED);
      return new VersionRange(only, only);
    }
    Matcher interval = INTERVAL.matcher(range);
    if (!interval.matches()) {
      throw new InvalidRequestException(
          field, "\"%s\" is no range. Write one such as [1.2,2), [1.2,) or *.".formatted(text));
    }
    return new VersionRange(
            bound(field, interval.group(2), interval.group(1).equals("[")),
            bound(field, interval.group(3), interval.group(4).equals("]")))
        .requireSomething(field, text);
  }

  private static @Nullable Bound bound(String field, String version, boolean included) {
    return version.isEmpty()
        ? null
        : new Bound(Version.parse(field, version), included ? Edge.INCLUDED : Edge.EXCLUDED);
  }

  private VersionRange requireSomething(String field, String text) {
    if (lower != null && upper != null && lower.version().compareTo(upper.version()) >= 0) {
      throw new InvalidRequestException(
          field, "\"%s\" holds no version: its lower end comes first.".formatted(text));
    }
    return this;
  }

  public boolean contains(Version version) {
    return (lower == null || isAbove(lower, version)) && (upper == null || isBelow(upper, version));
  }

  private static boolean isAbove(Bound lower, Version version) {
    int order = version.compareTo(lower.version());
    return lower.edge() == Edge.INCLUDED ? order >= 0 : order > 0;
  }

  private static boolean isBelow(Bound upper, Version version) {
    int order = version.compareTo(upper.version());
    return switch (upper.edge()) {
      case INCLUDED -> order <= 0;
      case EXCLUDED ->
          order < 0
              && (upper.version().isPreRelease() || !version.release().equals(upper.version()));
    };
  }

  /// As [#parse] reads it.
  @Override
  public String toString() {
    if (lower == null && upper == null) {
      return "*";
    }
    if (lower != null && lower.equals(upper)) {
      return "[" + lower.version() + "]";
    }
    String from = lower == null ? "" : lower.version().toString();
    String to = upper == null ? "" : upper.version().toString();
    boolean fromIncluded = lower != null && lower.edge() == Edge.INCLUDED;
    boolean toIncluded = upper != null && upper.edge() == Edge.INCLUDED;
    return (fromIncluded ? "[" : "(") + from + "," + to + (toIncluded ? "]" : ")");
  }
}
