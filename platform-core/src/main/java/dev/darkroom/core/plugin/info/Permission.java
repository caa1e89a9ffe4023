package dev.darkroom.core.plugin.info;

import dev.darkroom.core.error.InvalidRequestException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A right that a plug-in asks for.
///
/// `NATIVE` is enforced by Java. The others are told to the user, who consents or does not; Java has
/// no means to keep code of the same process from them.
public enum Permission {
  NETWORK("talks to other machines"),
  FILES("reads or writes files that Darkroom does not hand to it"),
  PROCESS("starts other programs"),
  NATIVE("runs native code, which may do anything"),
  THREADS("starts threads of its own"),
  REFLECTION("uses classes by name, past what can be checked beforehand"),
  EXIT("may end this program");

  private final String meaning;

  Permission(String meaning) {
    this.meaning = meaning;
  }

  /// What it lets a plug-in do, as the end of a sentence about the plug-in.
  public String meaning() {
    return meaning;
  }

  /// As descriptors and commands write it: `network`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads words between commas.
  ///
  /// @param field what is read, for the message
  /// @throws InvalidRequestException if a word is none of these
  public static Set<Permission> parse(String field, String text) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    for (String word : text.split(",", -1)) {
      if (!word.isBlank()) {
        permissions.add(of(field, word.strip()));
      }
    }
    return permissions;
  }

  private static Permission of(String field, String word) {
    return Arrays.stream(values())
        .filter(permission -> permission.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new InvalidRequestException(
                field,
                "\"%s\" is no permission. Known: %s."
                    .formatted(word, text(EnumSet.allOf(Permission.class)))));
  }

  /// As [#parse] reads it; empty for none.
  public static String text(Set<Permission> permissions) {
    return permissions.stream().sorted().map(Permission::word).collect(Collectors.joining(", "));
  }
}
