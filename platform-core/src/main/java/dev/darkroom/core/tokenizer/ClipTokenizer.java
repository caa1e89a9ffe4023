package dev.darkroom.core.tokenizer;

import dev.darkroom.core.error.ModelFormatException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Turns a prompt into the token ids that a CLIP text model was trained on, as Hugging Face's
/// `CLIPTokenizer` does: composed Unicode (NFC), runs of white space as one blank, lower case,
/// words cut into letters, single digits and punctuation, then byte-pair encoding (Sennrich,
/// Haddow, Birch, arXiv:1508.07909) of each word's UTF-8 bytes.
///
/// Special tokens such as `<|endoftext|>` are recognised inside the text and become their ids.
/// Where a folder's padding token is a plain character (`!` in SDXL's second tokenizer), that
/// character counts as such a token, too.
///
/// Immutable and safe for any number of threads. Time grows with the text's length, and with its
/// logarithm for a text that is one long word.
public final class ClipTokenizer {

  private final TokenizerData data;
  private final TokenMatcher exact;
  private final TokenMatcher normalized;
  private final BytePairEncoder encoder;

  ClipTokenizer(TokenizerData data) {
    this.data = data;
    this.exact = TokenMatcher.exact(data.added());
    this.normalized = TokenMatcher.normalized(data.added());
    this.encoder = new BytePairEncoder(data.vocabulary(), data.unknownId());
  }

  /// Reads a tokenizer folder: `vocab.json` with `merges.txt`, or else `tokenizer.json`, and beside
  /// them `tokenizer_config.json`, `special_tokens_map.json` and `added_tokens.json` where they
  /// exist.
  ///
  /// @throws ModelFormatException if a file is missing or damaged; the message names it
  public static ClipTokenizer read(Path folder) {
    return new ClipTokenizer(new TokenizerFolder(folder).read());
  }

  /// The ids of `text`, with nothing added and nothing cut off. Empty for a blank text.
  public int[] encode(String text) {
    IntStream.Builder ids = IntStream.builder();
    exact.split(text, ids, plain -> encodePlain(plain, ids));
    return ids.build().toArray();
  }

  private void encodePlain(String text, IntStream.Builder ids) {
    normalized.split(
        Words.normalize(text),
        ids,
        plain -> Words.split(plain).forEach(word -> encoder.encode(word, ids)));
  }

  /// [#encode] between the begin and the end token, however long that is.
  public int[] encodeWithSpecials(String text) {
    int[] ids = encode(text);
    return withSpecials(ids, ids.length);
  }

  /// One window for the text model: exactly [#maxLength] ids. A long text is cut so that the end
  /// token still fits, a short one is filled up with the padding token.
  public int[] encodePadded(String text) {
    int[] ids = encode(text);
    int[] window = withSpecials(ids, Math.min(ids.length, maxLength() - 2));
    int[] padded = Arrays.copyOf(window, maxLength());
    Arrays.fill(padded, window.length, padded.length, padId());
    return padded;
  }

  private int[] withSpecials(int[] ids, int count) {
    int[] result = new int[count + 2];
    result[0] = bosId();
    System.arraycopy(ids, 0, result, 1, count);
    result[count + 1] = eosId();
    return result;
  }

  /// The id of the token that begins a window.
  public int bosId() {
    return data.bosId();
  }

  /// The id of the token that ends the text.
  public int eosId() {
    return data.eosId();
  }

  /// The id that fills a window after the text; often, but not always, [#eosId()].
  public int padId() {
    return data.padId();
  }

  /// The length of a window with its begin and end token; 77 where the folder does not say.
  public int maxLength() {
    return data.maxLength();
  }
}
