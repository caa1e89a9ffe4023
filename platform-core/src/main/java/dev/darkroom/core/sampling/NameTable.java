package dev.darkroom.core.sampling;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.sampling.SamplingNames.Named;
import dev.darkroom.core.spi.Preset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names of all samplers, or of all schedules.
final class NameTable {

  /// How sure a name is, surest first.
  private enum Sort {
    ID,
    TITLE,
    ALIAS
  }

  private record Entry(String name, Sort sort, SamplingName meaning) {}

  private static final int SUGGESTIONS = 4;

  private final String kind;
  private final List<String> titles;
  private final Map<String, List<Entry>> entries = new HashMap<>();

  /// @param kind what is named, as people call it
  NameTable(String kind, List<Named> all) {
    this.kind = kind;
    this.titles = all.stream().map(Named::title).toList();
    all.forEach(this::add);
  }

  private void add(Named named) {
    SamplingName plain = new SamplingName(named.id(), Map.of(), "");
    put(named.id(), Sort.ID, plain);
    if (named.id().startsWith(kind + ".")) {
      put(named.id().substring(kind.length() + 1), Sort.ID, plain);
    }
    put(named.title(), Sort.TITLE, plain);
    named.aliases().forEach(alias -> put(alias, Sort.ALIAS, plain));
    for (Preset preset : named.presets()) {
      SamplingName meaning = new SamplingName(named.id(), preset.settings(), preset.schedule());
      put(preset.name(), Sort.ALIAS, meaning);
    }
  }

  private void put(String name, Sort sort, SamplingName meaning) {
    entries
        .computeIfAbsent(normal(name), _ -> new ArrayList<>())
        .add(new Entry(name, sort, meaning));
  }

  List<String> titles() {
    return titles;
  }

  /// @throws InvalidRequestException if the name stands for several
  Optional<SamplingName> find(String name) {
    return lookUp(name, normal(name)).or(() -> lookUp(name, normal(withoutPrefix(name))));
  }

  private Optional<SamplingName> lookUp(String name, String normal) {
    List<Entry> found = entries.getOrDefault(normal, List.of());
    Optional<Sort> surest = found.stream().map(Entry::sort).min(Sort::compareTo);
    List<SamplingName> meanings =
        found.stream()
            .filter(entry -> entry.sort() == surest.orElseThrow())
            .map(Entry::meaning)
            .distinct()
            .toList();
    if (meanings.size() > 1) {
      throw ambiguous(name, meanings);
    }
    return meanings.stream().findFirst();
  }

  private InvalidRequestException ambiguous(String name, List<SamplingName> meanings) {
    String ids = meanings.stream().map(SamplingName::id).collect(Collectors.joining(" and "));
    return new InvalidRequestException(
        kind, "\"%s\" is a name of %s; name one of these.".formatted(name, ids));
  }

  /// @param more further names that would be understood
  UnknownPluginException unknown(String name, List<String> more) {
    List<String> known =
        Stream.concat(entries.values().stream().map(NameTable::shown), more.stream())
            .sorted()
            .toList();
    List<String> nearest = Nearest.to(name, known, NameTable::normal, SUGGESTIONS);
    return UnknownPluginException.nearest(kind, name, nearest);
  }

  /// How people write a name: as in the title, if it is one.
  private static String shown(List<Entry> spellings) {
    return spellings.stream()
        .filter(entry -> entry.sort() == Sort.TITLE)
        .findFirst()
        .orElse(spellings.getFirst())
        .name();
  }

  static List<String> words(String name) {
    return Arrays.stream(name.strip().split("[\\s_-]+")).filter(word -> !word.isEmpty()).toList();
  }

  private static String withoutPrefix(String name) {
    return name.strip().replaceFirst("(?i)^(sample|k)[\\s_-]+", "");
  }

  /// Letters and digits of a name; plus signs are written `p` elsewhere.
  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replace('+', 'p').replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
