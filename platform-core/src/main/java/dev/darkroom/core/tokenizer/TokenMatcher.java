package dev.darkroom.core.tokenizer;

import static java.util.Objects.requireNonNull;

import dev.darkroom.core.tokenizer.TokenizerData.AddedToken;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds tokens in a text, the leftmost first and of those the longest.
final class TokenMatcher {

  private final Map<String, Integer> ids;
  private final Pattern pattern;

  private TokenMatcher(Map<String, Integer> ids) {
    this.ids = ids;
    this.pattern = Pattern.compile(ids.isEmpty() ? "(?!)" : alternatives(ids));
  }

  /// For the tokens that are looked for in the text as it was typed.
  static TokenMatcher exact(List<AddedToken> tokens) {
    Map<String, Integer> ids = new HashMap<>();
    for (AddedToken token : tokens) {
      if (!token.normalized() && !token.content().isEmpty()) {
        ids.put(token.content(), token.id());
      }
    }
    return new TokenMatcher(ids);
  }

  /// For the tokens that are looked for in the normalised text.
  static TokenMatcher normalized(List<AddedToken> tokens) {
    Map<String, Integer> ids = new HashMap<>();
    for (AddedToken token : tokens) {
      if (token.normalized() && !token.content().isEmpty()) {
        ids.put(Words.normalize(token.content()), token.id());
      }
    }
    return new TokenMatcher(ids);
  }

  private static String alternatives(Map<String, Integer> ids) {
    return ids.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  /// Adds the ids of the tokens found to `target` and hands over what lies between them, in order.
  void split(String text, IntStream.Builder target, Consumer<String> between) {
    Matcher matcher = pattern.matcher(text);
    int position = 0;
    while (matcher.find()) {
      between.accept(text.substring(position, matcher.start()));
      target.add(requireNonNull(ids.get(matcher.group())));
      position = matcher.end();
    }
    between.accept(text.substring(position));
  }
}
