package dev.darkroom.ext.sigstore;

/// What a bundle tells of a file.
sealed interface Verdict {

  /// Somebody signed exactly these bytes, as Sigstore's public instance confirms.
  record Signed(Signer by) implements Verdict {}

  /// Somebody signed these bytes, and nothing confirms who: another instance of Sigstore issued the
  /// certificate or wrote the log, or a newer key of the public one did.
  ///
  /// @param reason what is not known
  record Untraceable(String reason) implements Verdict {}

  /// The bundle is damaged, or was made for other bytes.
  ///
  /// @param reason a sentence
  record Bad(String reason) implements Verdict {}
}
