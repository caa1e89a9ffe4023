package dev.darkroom.app.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.app.client.HostAnswerException;
import dev.darkroom.app.client.RemoteStudio;
import dev.darkroom.app.studio.DrawingListener;
import dev.darkroom.app.studio.Drawn;
import dev.darkroom.app.studio.LocalStudio;
import dev.darkroom.app.studio.Order;
import dev.darkroom.app.studio.Studio;
import dev.darkroom.app.wire.GenerateBody;
import dev.darkroom.app.wire.Json;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginHostOptions;
import dev.darkroom.core.plugin.PluginHostOptions.Mode;
import dev.darkroom.core.spi.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Drawing in a host.
@Timeout(120)
final class GenerateEndpointTests {

  private static final String SMALL =
      "{\"prompt\":\"a red apple\",\"picture\":{\"steps\":2,\"seed\":5,\"batch\":2}}";
  private static final String LONG =
      "{\"job\":\"long\",\"prompt\":\"a cat\",\"picture\":{\"steps\":1000}}";

  @TempDir static Path folder;
  private static TestHost host;

  @BeforeAll
  static void start() {
    host = TestHost.in(folder);
  }

  @AfterAll
  static void stop() {
    host.close();
  }

  private static Order order(String json) {
    return Json.read(json.getBytes(UTF_8), GenerateBody.class).order();
  }

  private record Heard(List<String> words) implements DrawingListener {
    @Override
    public void stage(Stage stage) {
      words.add(stage.name());
    }

    @Override
    public void step(int done, int total) {
      words.add(done + "/" + total);
    }
  }

  @Test
  void drawsTheSameBytesAsThisProcess() throws IOException {
    DrawingListener silent = new DrawingListener() {};
    Drawn here;
    try (PluginHost plugins = PluginHost.open(PluginHostOptions.defaults().with(Mode.SAFE));
        Studio studio = new LocalStudio(DarkroomOptions.defaults(), plugins)) {
      here = studio.draw(order(SMALL), silent, Cancellation.none());
    }
    Heard heard = new Heard(new ArrayList<>());
    Drawn there = new RemoteStudio(host.client()).draw(order(SMALL), heard, Cancellation.none());
    TestHost.Answer plain = host.send("POST /v1/generate", SMALL);
    Drawn plainly = Json.readLarge(plain.body().getBytes(UTF_8), Drawn.class);
    assertThat(here.pictures()).hasSize(2);
    for (int i = 0; i < 2; i++) {
      ByteBuffer png = here.pictures().get(i).png();
      assertThat(there.pictures().get(i).png()).isEqualTo(png);
      assertThat(plainly.pictures().get(i).png()).isEqualTo(png);
    }
    assertThat(there.pictures().getFirst().recipe()).isEqualTo(here.pictures().getFirst().recipe());
    assertThat(there.seeds()).isEqualTo(here.seeds());
    assertThat(heard.words()).contains("CONDITIONING", "DENOISING", "1/2", "2/2", "DECODING");
  }

  @Test
  void drawsAgainFromARecipe() {
    RemoteStudio studio = new RemoteStudio(host.client());
    DrawingListener silent = new DrawingListener() {};
    Drawn first = studio.draw(order(SMALL), silent, Cancellation.none());
    Order again =
        new Order(
            null,
            first.pictures().getFirst().recipe(),
            null,
            order("{}").picture(),
            order("{}").engine());
    Drawn second = studio.draw(again, silent, Cancellation.none());
    assertThat(second.pictures().getFirst().png()).isEqualTo(first.pictures().getFirst().png());
  }

  @Test
  void failuresKeepTheirKind() {
    RemoteStudio studio = new RemoteStudio(host.client());
    Order order = order("{\"prompt\":\"x\",\"picture\":{\"width\":7}}");
    assertThatThrownBy(() -> studio.draw(order, new DrawingListener() {}, Cancellation.none()))
        .isInstanceOf(HostAnswerException.class)
        .hasMessageStartingWith("width: ");
  }

  @Test
  void isCancelledByWhoeverOrdered() throws IOException {
    Cancellation cancellation = Cancellation.create();
    DrawingListener listener =
        new DrawingListener() {
          @Override
          public void step(int done, int total) {
            cancellation.cancel();
          }
        };
    RemoteStudio studio = new RemoteStudio(host.client());
    assertThatThrownBy(() -> studio.draw(order(LONG), listener, cancellation))
        .isInstanceOf(CancelledException.class);
    awaitIdle();
  }

  @Test
  void isCancelledByName() throws IOException {
    try (Socket socket = begin()) {
      assertThat(host.send("POST /v1/cancel", "{\"job\":\"long\"}").status()).isEqualTo(200);
      String rest = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(rest).contains("event: error", "\"code\":\"cancelled\"");
    }
    assertThat(host.send("POST /v1/cancel", "{\"job\":\"long\"}").status()).isEqualTo(404);
    awaitIdle();
  }

  @Test
  void aClientThatIsGoneStopsItsOrderAndNothingElse() throws IOException {
    begin().close();
    awaitIdle();
    assertThat(host.send("POST /v1/generate", SMALL).status()).isEqualTo(200);
  }

  /// A long order, under way.
  private static Socket begin() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), host.port());
    String request =
        "POST /v1/generate HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Type: application/json\r\n"
                .formatted(host.token())
            + "Accept: text/event-stream\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(LONG.length(), LONG);
    socket.getOutputStream().write(request.getBytes(UTF_8));
    StringBuilder heard = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (!heard.toString().contains("event: step")) {
      heard.append((char) in.read());
    }
    return socket;
  }

  private static void awaitIdle() throws IOException {
    while (!host.send("GET /v1/host", "").body().contains("\"drawing\":0")) {
      Thread.onSpinWait();
    }
  }
}
