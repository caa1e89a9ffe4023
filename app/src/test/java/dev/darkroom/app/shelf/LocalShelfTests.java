package dev.darkroom.app.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.wire.Fault;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginHostOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The shelf of this process.
final class LocalShelfTests extends PluginShelfContract {

  private static final Map<String, Class<?>> KINDS =
      Map.of(
          Fault.INVALID_REQUEST, InvalidRequestException.class,
          Fault.UNKNOWN_PLUGIN, UnknownPluginException.class);

  @TempDir private Path folder;
  private PluginHost host;

  @BeforeEach
  void open() {
    host = PluginHost.open(PluginHostOptions.in(plugins()));
  }

  @AfterEach
  void close() {
    host.close();
  }

  @Override
  protected PluginShelf shelf() {
    return new LocalShelf(host);
  }

  @Override
  protected Path plugins() {
    return folder.resolve("plugins");
  }

  @Override
  protected void requireKind(Throwable failure, String code) {
    assertThat(failure).isInstanceOf(KINDS.get(code));
  }
}
