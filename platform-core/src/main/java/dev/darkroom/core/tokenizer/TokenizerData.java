package dev.darkroom.core.tokenizer;

import java.util.List;

/// What the files of a tokenizer folder say.
///
/// @param vocabulary ids and merges of the byte-pair encoding
/// @param added tokens that are found in the text before it is cut into words
/// @param unknownId stands for a byte that the vocabulary does not know
/// @param maxLength ids in one window of the text model, at least 2
record TokenizerData(
    Vocabulary vocabulary,
    List<AddedToken> added,
    int bosId,
    int eosId,
    int padId,
    int unknownId,
    int maxLength) {

  TokenizerData {
    added = List.copyOf(added);
  }

  /// A token that is no product of merges.
  ///
  /// @param normalized whether it is looked for after the text was normalised (and so in any case)
  record AddedToken(String content, int id, boolean normalized) {}
}
