package dev.darkroom.app.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// A secret of 256 random bits.
record Token(String text) {

  private static final int BYTES = 32;
  private static final String SCHEME = "Bearer ";

  static Token random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// Whether an `Authorization` header shows it. Takes as long for one wrong token as for another.
  boolean isShownBy(@Nullable String header) {
    return header != null
        && header.startsWith(SCHEME)
        && MessageDigest.isEqual(
            header.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8),
            text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Token"; // never the secret
  }
}
