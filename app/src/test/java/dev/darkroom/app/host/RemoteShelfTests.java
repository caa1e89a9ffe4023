package dev.darkroom.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.app.client.HostAnswerException;
import dev.darkroom.app.client.HostClient;
import dev.darkroom.app.client.RemoteShelf;
import dev.darkroom.app.shelf.PluginShelf;
import dev.darkroom.app.shelf.PluginShelfContract;
import dev.darkroom.app.wire.Fault;
import dev.darkroom.core.error.UnknownPluginException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shelf of a host that runs.
final class RemoteShelfTests extends PluginShelfContract {

  @TempDir private Path folder;
  private TestHost host;

  @BeforeEach
  void start() {
    host = TestHost.in(folder);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Override
  protected PluginShelf shelf() {
    return new RemoteShelf(host.client());
  }

  @Override
  protected Path plugins() {
    return host.place().data().resolve("plugins");
  }

  @Override
  protected void requireKind(Throwable failure, String code) {
    if (failure instanceof HostAnswerException answer) {
      assertThat(answer.code()).isEqualTo(code);
    } else { // no need to ask
      assertThat(failure).isInstanceOf(UnknownPluginException.class);
      assertThat(code).isEqualTo(Fault.UNKNOWN_PLUGIN);
    }
  }

  @Test
  void aHostThatIsGoneIsSaidToBe() {
    HostClient client = host.client();
    host.close();
    assertThatThrownBy(() -> new RemoteShelf(client).list())
        .isInstanceOf(HostAnswerException.class)
        .hasMessageContaining("--local")
        .satisfies(failure ->
            assertThat(((HostAnswerException) failure).code()).isEqualTo(HostAnswerException.GONE));
  }
}
