package dev.darkroom.app.client;

import dev.darkroom.app.wire.CancelBody;
import dev.darkroom.app.wire.Fault;
import dev.darkroom.app.wire.HostCard;
import dev.darkroom.app.wire.HostPlace;
import dev.darkroom.app.wire.HostState;
import dev.darkroom.app.wire.Json;
import dev.darkroom.core.error.CancelledException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// Talks to a host that runs.
public final class HostClient {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HostCard card;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(PATIENCE)
          .build();

  private HostClient(HostCard card) {
    this.card = card;
  }

  /// The host that runs at a place.
  ///
  /// @param version of this program; a host of another one is left alone
  /// @return empty if none runs there, whatever an old card may say
  public static Optional<HostClient> find(HostPlace place, String version) {
    return HostCard.read(place.card())
        .filter(card -> card.data().equals(place.data().toString()))
        .filter(card -> card.version().equals(version))
        .filter(card -> ProcessHandle.of(card.pid()).isPresent())
        .map(HostClient::new)
        .filter(HostClient::answers);
  }

  /// Another process may have got the number of a host that was killed, and another program its port.
  private boolean answers() {
    try {
      return state().pid() == card.pid();
    } catch (HostAnswerException _) {
      return false;
    }
  }

  public int port() {
    return card.port();
  }

  public HostState state() {
    HttpRequest request = request("/v1/host").timeout(PATIENCE).build();
    return read(send(request), HostState.class);
  }

  /// @param path such as `/v1/samplers`
  public <T> T get(String path, Class<T> type) {
    return read(send(request(path).build()), type);
  }

  public <T> T post(String path, Record body, Class<T> type) {
    return read(send(posting(path, body).build()), type);
  }

  public <T> T delete(String path, Class<T> type) {
    return read(send(request(path).DELETE().build()), type);
  }

  /// Asks the host to end, and waits until its process is gone.
  public void stop() {
    send(posting("/v1/shutdown", new Empty()).build());
    ProcessHandle.of(card.pid()).ifPresent(process -> process.onExit().join());
  }

  /// A body without anything in it.
  record Empty() {}

  /// Stops an order. Returns at once.
  void cancel(String job) {
    HttpRequest request = posting("/v1/cancel", new CancelBody(job)).timeout(PATIENCE).build();
    var _ = http.sendAsync(request, BodyHandlers.discarding());
  }

  /// The answer to a request, as events.
  InputStream events(String path, Record body) {
    HttpRequest request = posting(path, body).header("Accept", "text/event-stream").build();
    return send(request).body();
  }

  private HttpRequest.Builder posting(String path, Record body) {
    BodyPublisher json = BodyPublishers.ofString(Json.text(body));
    return request(path).header("Content-Type", "application/json").POST(json);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + card.port() + path))
        .header("Authorization", "Bearer " + card.token());
  }

  private HttpResponse<InputStream> send(HttpRequest request) {
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() >= 400) {
        throw failure(read(response, Fault.Answer.class).error());
      }
      return response;
    } catch (IOException e) {
      throw gone(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private <T> T read(HttpResponse<InputStream> response, Class<T> type) {
    try (InputStream body = response.body()) {
      return Json.readLarge(body.readAllBytes(), type);
    } catch (IOException | JacksonException e) {
      throw gone(e);
    }
  }

  /// The exception for what a host says is at fault.
  static RuntimeException failure(Fault fault) {
    return fault.code().equals(Fault.CANCELLED)
        ? new CancelledException()
        : new HostAnswerException(fault);
  }

  HostAnswerException gone(Exception reason) {
    return new HostAnswerException(
        HostAnswerException.GONE,
        "The host on port %d does not answer as it should (%s). Start it again, or use --local."
            .formatted(card.port(), reason),
        reason);
  }
}
