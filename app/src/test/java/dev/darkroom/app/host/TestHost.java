package dev.darkroom.app.host;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.app.client.HostClient;
import dev.darkroom.app.wire.HostPlace;
import dev.darkroom.core.plugin.PluginHostOptions.Mode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/// A host in this process, and requests to it byte by byte.
final class TestHost implements AutoCloseable {

  static final String VERSION = "test";

  private final HostPlace place;
  private final Host host;

  private TestHost(HostPlace place, Host host) {
    this.place = place;
    this.host = host;
  }

  static TestHost in(Path folder) {
    HostPlace place = place(folder);
    return new TestHost(
        place, Host.start(place, new Host.Settings("127.0.0.1", 0, VERSION, Mode.NORMAL)));
  }

  static HostPlace place(Path folder) {
    Path data = folder.resolve("data");
    return new HostPlace(data, data.resolve("plugins"), folder.resolve("run/host.json"));
  }

  /// An answer as it came.
  record Answer(int status, String head, String body) {}

  HostPlace place() {
    return place;
  }

  int port() {
    return host.card().port();
  }

  String token() {
    return "Authorization: Bearer " + host.card().token();
  }

  HostClient client() {
    return HostClient.find(place, VERSION).orElseThrow();
  }

  /// Sends a request of the user's own.
  Answer send(String line, String body) throws IOException {
    String own = "Host: 127.0.0.1:" + port();
    return send(line, List.of(own, token(), "Content-Type: application/json"), body);
  }

  /// Sends exactly these headers, and a length where there is a body.
  Answer send(String line, List<String> headers, String body) throws IOException {
    StringBuilder request = new StringBuilder(line).append(" HTTP/1.1\r\n");
    headers.forEach(header -> request.append(header).append("\r\n"));
    if (!body.isEmpty()) {
      request.append("Content-Length: %d\r\n".formatted(body.getBytes(UTF_8).length));
    }
    return sendRaw(request.append("Connection: close\r\n\r\n").append(body).toString());
  }

  Answer sendRaw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      String text = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      String[] parts = text.split("\r\n\r\n", 2);
      return new Answer(Integer.parseInt(text.split(" ", 3)[1]), parts[0], parts[1]);
    }
  }

  @Override
  public void close() {
    host.close();
  }
}
