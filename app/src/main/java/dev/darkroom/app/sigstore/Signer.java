package dev.darkroom.app.sigstore;

import java.util.List;

/// Who signed.
///
/// @param identity an e-mail address, or the URI of a workflow with branch or tag
/// @param issuer the URI of the service that says so
record Signer(String identity, String issuer) {

  /// Reads two lines.
  ///
  /// @throws IllegalArgumentException if there are not two
  static Signer parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 2) {
      throw new IllegalArgumentException("%d lines instead of two".formatted(lines.size()));
    }
    return new Signer(lines.get(0), lines.get(1));
  }

  /// As [#parse] reads it.
  String lines() {
    return "%s\n%s\n".formatted(identity, issuer);
  }

  /// For people.
  String text() {
    return "%s (says %s)".formatted(identity, issuer);
  }
}
