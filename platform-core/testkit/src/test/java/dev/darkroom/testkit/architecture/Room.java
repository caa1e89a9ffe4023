package dev.darkroom.testkit.architecture;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The rooms of the core (one or more packages each) and what each may look at: the table of rooms.
/// `FACADE` is the root package, where users start.
enum Room {
  ERROR,
  TENSOR(ERROR),
  FILE(ERROR),
  PROCESS,
  IMAGE(ERROR, TENSOR, FILE),
  IR(ERROR, TENSOR),
  WEIGHTS(ERROR, TENSOR, FILE),
  TOKENIZER(ERROR, TENSOR, FILE),
  SPI(ERROR, TENSOR, FILE, IMAGE, IR, WEIGHTS, TOKENIZER),
  ARCH(ERROR, TENSOR, IR),
  FAMILY(ERROR, TENSOR, FILE, IMAGE, IR, WEIGHTS, TOKENIZER, SPI, ARCH),
  SAMPLING(ERROR, TENSOR, FILE, IMAGE, SPI),
  LOWERING(ERROR, TENSOR, IR, SPI),
  REFERENCE(ERROR, TENSOR, FILE, IMAGE, IR, WEIGHTS, SPI, LOWERING),
  PLUGIN(ERROR, FILE, SPI),
  PLACEMENT(ERROR, TENSOR, FILE, IR, SPI),
  PIPELINE(ERROR, TENSOR, FILE, IMAGE, IR, WEIGHTS, TOKENIZER, SPI, SAMPLING, LOWERING),
  FACADE(
      ERROR, TENSOR, FILE, IMAGE, IR, WEIGHTS, TOKENIZER, SPI, SAMPLING, PLUGIN, PLACEMENT,
      PIPELINE);

  static final String CORE = "dev.darkroom.core";

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed
  private final Set<Room> visible;

  Room(Room... others) {
    visible = Set.of(others);
  }

  /// The room of a package of the core; empty where the table has no line for it.
  static Optional<Room> of(String packageName) {
    if (packageName.equals(CORE)) {
      return Optional.of(FACADE);
    }
    String name = packageName.substring(CORE.length() + 1).split("\\.", 2)[0];
    return Stream.of(values()).filter(room -> room.name().equalsIgnoreCase(name)).findAny();
  }

  /// The package patterns, as ArchUnit writes them, of all rooms that this one must not look at.
  String[] hiddenPackages() {
    Set<Room> hidden = EnumSet.allOf(Room.class);
    hidden.remove(this);
    hidden.removeAll(visible);
    return hidden.stream().map(Room::pattern).toArray(String[]::new);
  }

  String pattern() {
    return this == FACADE ? CORE : CORE + "." + name().toLowerCase(Locale.ROOT) + "..";
  }
}
