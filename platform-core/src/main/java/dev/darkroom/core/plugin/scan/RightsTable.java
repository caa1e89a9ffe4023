package dev.darkroom.core.plugin.scan;

import dev.darkroom.core.plugin.info.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which methods of the JDK, and of libraries that lead to native code, need which rights. Read from
/// `rights.txt`.
///
/// @param rules rights by name of the method, by name of the class as class files write it; `*` is
///     every method, and a class `java/net/http/*` every class of that package
record RightsTable(Map<String, Map<String, Set<Permission>>> rules) {

  private static final String EVERY = "*";

  static RightsTable read() {
    Map<String, Map<String, Set<Permission>>> rules = new HashMap<>();
    text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> add(rules, List.of(line.split(" "))));
    return new RightsTable(rules);
  }

  private static String text() {
    try (InputStream in = RightsTable.class.getResourceAsStream("rights.txt")) {
      if (in == null) {
        throw new IllegalStateException("rights.txt is missing in this build of Darkroom");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<String, Map<String, Set<Permission>>> rules, List<String> words) {
    Set<Permission> permission = Permission.parse("rights.txt", words.get(0));
    Map<String, Set<Permission>> methods =
        rules.computeIfAbsent(words.get(1).replace('.', '/'), _ -> new HashMap<>());
    for (String name : words.size() == 2 ? List.of(EVERY) : words.subList(2, words.size())) {
      methods.computeIfAbsent(name, _ -> EnumSet.noneOf(Permission.class)).addAll(permission);
    }
  }

  /// What a call needs.
  ///
  /// @param owner the class, as class files write it: `java/net/Socket`
  Set<Permission> needed(String owner, String method) {
    Map<String, Set<Permission>> methods = rules.get(owner);
    if (methods == null) {
      methods = rules.get(owner.substring(0, owner.lastIndexOf('/') + 1) + EVERY);
    }
    if (methods == null) {
      return Set.of();
    }
    Set<Permission> needed = EnumSet.noneOf(Permission.class);
    needed.addAll(methods.getOrDefault(method, Set.of()));
    needed.addAll(methods.getOrDefault(EVERY, Set.of()));
    return needed;
  }
}
