package dev.darkroom.app.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.app.studio.DrawingListener;
import dev.darkroom.app.studio.Drawn;
import dev.darkroom.app.studio.Order;
import dev.darkroom.app.studio.Studio;
import dev.darkroom.core.error.CancelledException;
import dev.darkroom.core.spi.Cancellation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Orders about which there is nothing to tell for longer than a connection may be idle.
@Timeout(60)
final class LongOrderTests {

  private static final Duration IDLE = Duration.ofMillis(200);
  private static final Duration PULSE = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(1);

  private final Token token = Token.random();
  private final SilentStudio studio = new SilentStudio();
  private Server server;

  /// Tells nothing until it is cancelled.
  private static final class SilentStudio implements Studio {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);

    @Override
    public Drawn draw(Order order, DrawingListener listener, Cancellation cancellation) {
      begun.countDown();
      try (Cancellation.Registration _ = cancellation.onCancel(cancelled::countDown)) {
        cancelled.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      throw new CancelledException();
    }

    @Override
    public void close() {}
  }

  private final Jobs jobs = new Jobs();

  @BeforeEach
  void start() {
    server =
        Server.start(
            0,
            IDLE,
            token,
            new Routes.Endpoints(
                new HostEndpoint(null, jobs, () -> {}),
                new GenerateEndpoint(studio, jobs, PULSE),
                new ListEndpoint(null),
                new PluginEndpoint(null)));
  }

  @AfterEach
  void stop() {
    jobs.close();
    server.close();
  }

  private Socket order(String accept) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    String request =
        """
        POST /v1/generate HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/json
        Accept: %s
        Connection: close
        Content-Length: 2

        {}\
        """
            .formatted(token.text(), accept);
    socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(UTF_8));
    return socket;
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), UTF_8);
  }

  /// Reads until a comment has come, which takes no word of the order.
  private static void hearPulse(Socket socket) throws IOException {
    StringBuilder heard = new StringBuilder();
    while (!heard.toString().contains("\n:\n")) {
      int next = socket.getInputStream().read();
      assertThat(next).as(heard.toString()).isNotNegative();
      heard.append((char) next);
    }
    assertThat(heard.toString()).startsWith("HTTP/1.1 200").doesNotContain("event: ");
  }

  @Test
  void aPlainAnswerComesHoweverLongItTakes() throws Exception {
    try (Socket socket = order("application/json")) {
      studio.begun.await();
      Thread.sleep(LONG);
      assertThat(jobs.cancel(null)).as("still at work").isTrue();
      assertThat(rest(socket)).startsWith("HTTP/1.1 409").contains("\"code\":\"cancelled\"");
    }
  }

  @Test
  void eventsComeHoweverLongTheyTake() throws Exception {
    try (Socket socket = order("text/event-stream")) {
      hearPulse(socket);
      Thread.sleep(LONG);
      assertThat(jobs.cancel(null)).as("still at work").isTrue();
      assertThat(rest(socket)).contains("event: error", "\"code\":\"cancelled\"");
    }
  }

  @Test
  void aClientThatIsGoneIsNoticedWhileThereIsNothingToTell() throws Exception {
    try (Socket socket = order("text/event-stream")) {
      hearPulse(socket);
    }
    studio.cancelled.await();
  }
}
