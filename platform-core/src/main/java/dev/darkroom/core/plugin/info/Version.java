package dev.darkroom.core.plugin.info;

import dev.darkroom.core.error.InvalidRequestException;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A semantic version (semver.org 2.0.0). What follows a `+` tells builds apart and is left out.
///
/// @param preRelease what follows the hyphen (`beta.2`); empty for a release
public record Version(int major, int minor, int patch, String preRelease)
    implements Comparable<Version> {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?"
              + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?(?:\\+[0-9A-Za-z.-]+)?");

  private static final Comparator<Version> NUMBERS =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /// Reads `1.2.3-beta.2`; `1` and `1.2` are short for `1.0.0` and `1.2.0`.
  ///
  /// @param field what is read, for the message
  /// @throws InvalidRequestException if it has another form
  public static Version parse(String field, String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new InvalidRequestException(
          field, "\"%s\" is no version. Write one such as 1.2.3 or 1.2.3-beta.1.".formatted(text));
    }
    String preRelease = form.group(4);
    return new Version(
        number(form.group(1)),
        number(form.group(2)),
        number(form.group(3)),
        preRelease == null ? "" : preRelease);
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /// The release that this is a pre-release of; itself for a release.
  public Version release() {
    return new Version(major, minor, patch, "");
  }

  public boolean isPreRelease() {
    return !preRelease.isEmpty();
  }

  /// By precedence: pre-releases come before their release.
  @Override
  public int compareTo(Version other) {
    int numbers = NUMBERS.compare(this, other);
    if (numbers != 0 || preRelease.equals(other.preRelease)) {
      return numbers;
    }
    if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
      return preRelease.isEmpty() ? 1 : -1;
    }
    return comparePreReleases(preRelease.split("\\."), other.preRelease.split("\\."));
  }

  private static int comparePreReleases(String[] a, String[] b) {
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      int order = comparePart(a[i], b[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }

  /// Numbers by size and before words, words by their letters.
  private static int comparePart(String a, String b) {
    boolean aIsNumber = a.matches("\\d+");
    boolean bIsNumber = b.matches("\\d+");
    if (aIsNumber && bIsNumber) {
      return Comparator.comparingInt(String::length)
          .thenComparing(Comparator.naturalOrder())
          .compare(withoutZeros(a), withoutZeros(b));
    }
    return aIsNumber == bIsNumber ? a.compareTo(b) : (aIsNumber ? -1 : 1);
  }

  private static String withoutZeros(String digits) {
    return digits.replaceFirst("^0+(?=.)", "");
  }

  @Override
  public String toString() {
    String numbers = major + "." + minor + "." + patch;
    return preRelease.isEmpty() ? numbers : numbers + "-" + preRelease;
  }
}
