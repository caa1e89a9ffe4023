package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.tokenizer.ClipTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder with a vocabulary of a few letters: what is read from it, and what is refused.
class ClipTokenizerTests {

  private static final String VOCAB =
      """
      {"a": 0, "b": 1, "c": 2, "!": 3, "a</w>": 4, "b</w>": 5, "c</w>": 6, "!</w>": 7,
       "ab": 8, "abc</w>": 9, "bc</w>": 10, "<|startoftext|>": 20, "<|endoftext|>": 21}
      """;
  private static final String MERGES = "#version: 0.2\nb c</w>\na bc</w>\na b\n";

  @TempDir private Path folder;

  @BeforeEach
  void fillFolder() throws IOException {
    write("vocab.json", VOCAB);
    write("merges.txt", MERGES);
  }

  @Test
  void mergesTheFirstRankFirst() {
    assertThat(encode("abc")).containsExactly(9);
    assertThat(encode("abcabc")).containsExactly(8, 2, 9);
    assertThat(encode("abab")).containsExactly(8, 0, 5);
  }

  @Test
  void clipsOwnTokensAreTheDefault() {
    ClipTokenizer tokenizer = ClipTokenizer.read(folder);
    assertThat(tokenizer.bosId()).isEqualTo(20);
    assertThat(tokenizer.eosId()).isEqualTo(21);
    assertThat(tokenizer.padId()).isEqualTo(21);
    assertThat(tokenizer.maxLength()).isEqualTo(77);
  }

  @Test
  void anUnknownByteBecomesTheUnknownToken() {
    assertThat(encode("az")).containsExactly(0, 21);
    assertThat(encode("é")).containsExactly(21, 21);
  }

  @Test
  void aPaddingCharacterCountsAsATokenOfItsOwn() throws IOException {
    assertThat(encode("a! !")).containsExactly(4, 7, 7);
    write("special_tokens_map.json", "{\"pad_token\": \"!\"}");
    assertThat(encode("a! !")).containsExactly(4, 3, 3);
    assertThat(ClipTokenizer.read(folder).padId()).isEqualTo(3);
  }

  @Test
  void aWindowIsCutOrFilled() throws IOException {
    write("tokenizer_config.json", "{\"model_max_length\": 5, \"pad_token\": \"!\"}");
    ClipTokenizer tokenizer = ClipTokenizer.read(folder);
    assertThat(tokenizer.encodePadded("a b c a b")).containsExactly(20, 4, 5, 6, 21);
    assertThat(tokenizer.encodePadded("a")).containsExactly(20, 4, 21, 3, 3);
    assertThat(tokenizer.encodeWithSpecials("a b c a b")).containsExactly(20, 4, 5, 6, 4, 5, 21);
  }

  @Test
  void aNumberOfThirtyDigitsMeansNoLimitOfItsOwn() throws IOException {
    write("tokenizer_config.json", "{\"model_max_length\": 1000000000000000019884624838656}");
    assertThat(ClipTokenizer.read(folder).maxLength()).isEqualTo(77);
  }

  @Test
  void addedTokensAreFoundInAnyCaseTheLongestFirst() throws IOException {
    write("added_tokens.json", "{\"<Cat>\": 30, \"<cat>s\": 31}");
    assertThat(encode("a<CAT>s<cat> <Cat>")).containsExactly(4, 31, 30, 30);
  }

  @Test
  void tokensMayBeObjects() throws IOException {
    write(
        "special_tokens_map.json", "{\"pad_token\": {\"content\": \"!\", \"normalized\": false}}");
    write(
        "tokenizer_config.json",
        """
        {"added_tokens_decoder": {"40": {"content": "<Dog>", "normalized": false}}}
        """);
    assertThat(ClipTokenizer.read(folder).padId()).isEqualTo(3);
    assertThat(encode("<Dog>")).containsExactly(40);
    assertThat(encode("<dog>")).doesNotContain(40);
  }

  @Test
  void aSingleFileServesWhereTheTwoAreMissing() throws IOException {
    String merges = "[[\"b\", \"c</w>\"], \"a bc</w>\", [\"a\", \"b\"]]";
    write("tokenizer.json", whole("</w>", merges));
    Files.delete(folder.resolve("merges.txt"));
    assertThat(encode("abc ab<x>")).containsExactly(9, 0, 5, 50);
  }

  @Test
  void aSingleFileOfAnotherKindIsRefused() throws IOException {
    write("tokenizer.json", whole("", "[]"));
    Files.delete(folder.resolve("vocab.json"));
    assertRefused("tokenizer.json", "no tokenizer of CLIP's kind");
  }

  private static String whole(String suffix, String merges) {
    return """
    {"added_tokens": [{"id": 50, "content": "<x>", "normalized": false}],
     "model": {"end_of_word_suffix": "%s", "vocab": %s, "merges": %s}}
    """
        .formatted(suffix, VOCAB, merges);
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(folder.resolve("merges.txt"));
    assertRefused("merges.txt", "is missing");
    Files.delete(folder.resolve("vocab.json"));
    assertRefused("vocab.json", "is missing");
    Path nowhere = folder.resolve("nowhere");
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ClipTokenizer.read(nowhere))
        .withMessageContaining("nowhere");
  }

  @Test
  void damagedFilesAreNamed() throws IOException {
    write("vocab.json", VOCAB.substring(0, 40));
    assertRefused("vocab.json", "no valid JSON");
    write("vocab.json", "[]");
    assertRefused("vocab.json", "no JSON object");
    write("vocab.json", "{\"a\": \"one\"}");
    assertRefused("vocab.json", "\"a\"");
    write("vocab.json", "{\"a\": -1}");
    assertRefused("vocab.json", "-1");
    Files.write(folder.resolve("vocab.json"), new byte[] {'{', (byte) 0xFF, '}'});
    assertRefused("vocab.json", "UTF-8");
  }

  @Test
  void mergesThatDoNotFitAreRefused() throws IOException {
    write("merges.txt", "#version: 0.2\na b c\n");
    assertRefused("merges.txt", "a b c");
    write("merges.txt", "a z\n");
    assertRefused("merges.txt", "\"az\"");
  }

  @Test
  void tokensWithoutAnIdAreRefused() throws IOException {
    write("special_tokens_map.json", "{\"pad_token\": \"[PAD]\"}");
    assertRefused(folder.getFileName().toString(), "[PAD]");
    write("special_tokens_map.json", "{}");
    write("tokenizer_config.json", "{\"model_max_length\": 1}");
    assertRefused("tokenizer_config.json", "model_max_length");
    write("tokenizer_config.json", "{\"added_tokens_decoder\": {\"x\": {\"content\": \"y\"}}}");
    assertRefused("tokenizer_config.json", "added_tokens_decoder");
  }

  @Test
  void longTextsAndLongWordsTakeNoTime() {
    ClipTokenizer tokenizer = ClipTokenizer.read(folder);
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          assertThat(tokenizer.encode("abc ".repeat(10_000))).hasSize(10_000).containsOnly(9);
          assertThat(tokenizer.encode("ab".repeat(200_000)))
              .hasSize(200_001)
              .startsWith(IntStream.generate(() -> 8).limit(199_999).toArray())
              .endsWith(0, 5);
        });
  }

  @Test
  void aBrokenSurrogateIsNoFailure() {
    assertThat(encode("a\ud800 b")).startsWith(4).endsWith(5);
  }

  private int[] encode(String text) {
    return ClipTokenizer.read(folder).encode(text);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void assertRefused(String file, String reason) {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> ClipTokenizer.read(folder))
        .withMessageContaining(file)
        .withMessageContaining(reason);
  }
}
