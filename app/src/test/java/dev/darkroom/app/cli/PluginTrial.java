package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.ProgramVersion;
import dev.darkroom.app.host.Host;
import dev.darkroom.app.wire.HostPlace;
import dev.darkroom.core.plugin.PluginHostOptions.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A user without plug-ins, whose commands do their work in the process itself, or in a host.
final class PluginTrial implements AutoCloseable {

  /// Where the work is done. Commands answer the same in both.
  enum Place {
    PROCESS,
    HOST
  }

  private final @Nullable Host host;

  private PluginTrial(@Nullable Host host) {
    this.host = host;
  }

  static PluginTrial open(Place place) throws IOException {
    HostPlace user = HostPlace.ofUser();
    assertThat(user.data().toString()).as("the build's own folder").contains("/target/");
    delete(user.data());
    return switch (place) {
      case PROCESS -> new PluginTrial(null);
      case HOST ->
          new PluginTrial(
              Host.start(
                  user, new Host.Settings("127.0.0.1", 0, ProgramVersion.version(), Mode.NORMAL)));
    };
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// `darkroom plugins` with these arguments. Standard error is without the line that names the host,
  /// which is there if and only if there is a host.
  Outcome plugins(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("plugins"));
    all.addAll(List.of(arguments));
    Outcome outcome = Outcome.of(all.toArray());
    String err =
        outcome
            .err()
            .lines()
            .filter(line -> !line.startsWith("darkroom: using the host on port"))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    if (host == null) {
      assertThat(outcome.err()).isEqualTo(err);
    }
    return new Outcome(outcome.code(), outcome.out(), err);
  }

  /// The same for something that works.
  Outcome done(Object... arguments) {
    Outcome outcome = plugins(arguments);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).isEmpty();
    return outcome;
  }

  /// The same for something that is refused: in one line that holds these words.
  void refused(int code, List<String> words, Object... arguments) {
    Outcome outcome = plugins(arguments);
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
    assertThat(outcome.err()).startsWith("darkroom: ").hasLineCount(1).contains(words);
    assertThat(outcome.err()).doesNotContain("unexpected failure");
    assertThat(outcome.out()).isEmpty();
  }

  @Override
  public void close() {
    if (host != null) {
      host.close();
    }
  }
}
