package dev.darkroom.app.host;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The HTTP side of a host.
final class Server implements AutoCloseable {

  /// The only address that is answered on.
  static final String ADDRESS = "127.0.0.1";

  private static final int THREADS = 40;

  /// How long a connection may stay on which nobody waits for an answer and nothing comes through. A
  /// request that is at work is not idle.
  static final Duration IDLE = Duration.ofMinutes(1);

  private final Javalin javalin;

  private Server(Javalin javalin) {
    this.javalin = javalin;
  }

  /// @param port 0 for any that is free
  /// @param idle how long a connection may be
  /// @throws HostRefusedException if the port is in use
  static Server start(int port, Duration idle, Token token, Routes.Endpoints endpoints) {
    Javalin javalin =
        Javalin.create(config -> {
          configure(config, idle);
          answer(config, token, endpoints);
        });
    try {
      return new Server(javalin.start(ADDRESS, port));
    } catch (JavalinBindException e) {
      throw new HostRefusedException(
          HostRefusedException.Reason.PORT,
          "--port: another program uses port %d of %s. Choose another one; 0 takes any that is free."
              .formatted(port, ADDRESS));
    }
  }

  private static void configure(JavalinConfig config, Duration idle) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    config.jetty.threadPool = new QueuedThreadPool(THREADS);
    config.jetty.modifyHttpConfiguration(Server::harden);
    config.jetty.modifyServer(server -> {
      for (var connector : server.getConnectors()) {
        if (connector instanceof AbstractConnector connections) {
          connections.setIdleTimeout(idle.toMillis());
        }
      }
    });
  }

  private static void answer(JavalinConfig config, Token token, Routes.Endpoints endpoints) {
    Guard guard = new Guard(token);
    config.routes.before(guard::check);
    config.routes.exception(Refusal.class, Answers::refuse);
    config.routes.exception(HttpResponseException.class, Answers::fail);
    config.routes.exception(Exception.class, Answers::fail);
    Routes.register(config.routes, endpoints);
  }

  private static void harden(HttpConfiguration http) {
    http.setSendServerVersion(false);
  }

  int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
