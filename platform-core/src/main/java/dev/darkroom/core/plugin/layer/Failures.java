package dev.darkroom.core.plugin.layer;

import java.util.ServiceConfigurationError;

/// Puts what foreign code threw into words, so that the exception, which would keep its class loader
/// alive, need not be kept.
public final class Failures {

  private static final int MAX_LENGTH = 400;

  private Failures() {}

  /// One line. Never throws, whatever the exception's own methods do.
  public static String text(Throwable failure) {
    try {
      String text =
          failure instanceof ServiceConfigurationError ? serviceText(failure) : line(root(failure));
      return shortened(text);
    } catch (Throwable e) {
      return root(failure).getClass().getName();
    }
  }

  /// `Provider com.acme.Wave could not be instantiated: java.lang.IllegalStateException: no luck`.
  private static String serviceText(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).replaceFirst("^[\\w.$]+: ", "");
    Throwable root = root(failure);
    boolean isCause = failure.getCause() != null && !message.contains(root.toString());
    return isCause ? message + ": " + line(root) : message;
  }

  /// The first cause of all. Never throws.
  static Throwable root(Throwable failure) {
    Throwable root = failure;
    try {
      for (int depth = 0; depth < 20 && root.getCause() != null; depth++) {
        root = root.getCause();
      }
    } catch (Throwable e) { // foreign code again
      return root;
    }
    return root;
  }

  private static String line(Throwable failure) {
    return failure.toString();
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s*\\R\\s*", " ").strip();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "...";
  }
}
