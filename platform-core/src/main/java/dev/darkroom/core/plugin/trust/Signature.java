package dev.darkroom.core.plugin.trust;

/// What is known of where a jar comes from.
public sealed interface Signature {

  /// Nobody vouches for it.
  record Unsigned() implements Signature {}

  /// Somebody whom the user trusts vouches for exactly these bytes.
  ///
  /// @param by who, as people know them: an e-mail address, a workflow, the name of a key
  record Signed(String by) implements Signature {}

  /// Somebody vouches for exactly these bytes, and the user does not know who that is. As good as
  /// unsigned.
  ///
  /// @param by who, so that the user can trust them: the fingerprint of a key
  record Stranger(String by) implements Signature {}

  /// There is a signature, and it is not of these bytes. The jar must not be used.
  ///
  /// @param reason sentences: the bytes are others, the file is damaged
  record Bad(String reason) implements Signature {}

  /// What lists say.
  default String text() {
    return switch (this) {
      case Unsigned _ -> "unsigned";
      case Signed signed -> "signed by " + signed.by();
      case Stranger stranger -> "signed by %s, whom you do not trust".formatted(stranger.by());
      case Bad bad -> "bad signature: " + bad.reason();
    };
  }
}
