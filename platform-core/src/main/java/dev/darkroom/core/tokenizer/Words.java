package dev.darkroom.core.tokenizer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What CLIP does to a text before the byte-pair encoding: normalise it and cut it into words.
final class Words {

  private static final int CAPITAL_I_WITH_DOT = 0x130;

  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern WORD =
      Pattern.compile(
          "(<\\|)(startoftext|endoftext)(\\|>)"
              + "|'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Words() {}

  /// Composes the text (NFC), makes one blank of each run of white space, and lower-cases it.
  static String normalize(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String spaced = WHITE_SPACE.matcher(composed).replaceAll(" ");
    StringBuilder lower = new StringBuilder(spaced.length());
    spaced.codePoints().forEach(point -> appendLowerCase(point, lower));
    return lower.toString();
  }

  /// Character by character: unlike [String#toLowerCase()], blind to a sigma at the end of a word.
  private static void appendLowerCase(int point, StringBuilder target) {
    if (point == CAPITAL_I_WITH_DOT) { // the one letter whose lower case is two characters
      target.append("i\u0307");
    } else {
      target.appendCodePoint(Character.toLowerCase(point));
    }
  }

  /// The words of a normalised text, without the white space between them.
  static List<String> split(String normalized) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(normalized);
    while (matcher.find()) {
      if (matcher.group(1) == null) {
        words.add(matcher.group());
      } else { // a special token in capitals is text: the reference cuts it a second time
        words.add(matcher.group(1));
        words.add(matcher.group(2));
        words.add(matcher.group(3));
      }
    }
    return words;
  }
}
