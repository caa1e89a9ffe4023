package dev.darkroom.app.host;

import dev.darkroom.app.shelf.LocalShelf;
import dev.darkroom.app.shelf.UserPlugins;
import dev.darkroom.app.studio.LocalStudio;
import dev.darkroom.app.wire.HostCard;
import dev.darkroom.app.wire.HostPlace;
import dev.darkroom.core.DarkroomOptions;
import dev.darkroom.core.plugin.PluginHost;
import dev.darkroom.core.plugin.PluginHostOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// A host that runs: it answers on 127.0.0.1 until it is asked to end.
public final class Host implements AutoCloseable {

  private static final Set<String> LOOPBACK = Set.of(Server.ADDRESS, "localhost");

  private final Path cardFile;
  private final HostCard card;
  private final Jobs jobs;
  private final CountDownLatch end;
  private final Owned owned;

  /// What is given back at the end.
  private record Owned(DataLock lock, PluginHost plugins, LocalStudio studio, Server server) {}

  /// How a host is started.
  ///
  /// @param bind the address to answer on; only this machine's own loopback address is allowed
  /// @param port 0 for any that is free
  /// @param version of this program
  /// @param mode whether installed plug-ins are started
  public record Settings(String bind, int port, String version, PluginHostOptions.Mode mode) {}

  private Host(Path cardFile, HostCard card, Jobs jobs, CountDownLatch end, Owned owned) {
    this.cardFile = cardFile;
    this.card = card;
    this.jobs = jobs;
    this.end = end;
    this.owned = owned;
  }

  /// Begins to answer, and leaves a card for the user's other programs.
  ///
  /// @throws HostRefusedException if that cannot be
  public static Host start(HostPlace place, Settings settings) {
    requireLoopback(settings.bind());
    DataLock lock = DataLock.of(place.data());
    try {
      return start(place, settings, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void requireLoopback(String address) {
    if (LOOPBACK.contains(address)) {
      return;
    }
    throw new HostRefusedException(
        HostRefusedException.Reason.ADDRESS,
        "--bind: a host answers on %s only, not on %s: it is for the user of this machine."
            .formatted(Server.ADDRESS, address));
  }

  private static Host start(HostPlace place, Settings settings, DataLock lock) {
    PluginHost plugins =
        PluginHost.open(UserPlugins.options().withFolder(place.plugins()).with(settings.mode()));
    LocalStudio studio = new LocalStudio(DarkroomOptions.defaults(), plugins);
    // not on the thread of the order, which need not wait until a picture is done
    plugins.listen(() -> Thread.startVirtualThread(studio::release));
    Jobs jobs = new Jobs();
    CountDownLatch end = new CountDownLatch(1);
    Token token = Token.random();
    String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    HostEndpoint.Identity identity =
        new HostEndpoint.Identity(settings.version(), started, place.data().toString());
    Server server =
        Server.start(
            settings.port(),
            Server.IDLE,
            token,
            new Routes.Endpoints(
                new HostEndpoint(identity, jobs, end::countDown),
                new GenerateEndpoint(studio, jobs, GenerateEndpoint.PULSE),
                new ListEndpoint(plugins),
                new PluginEndpoint(new LocalShelf(plugins))));
    HostCard card =
        new HostCard(
            ProcessHandle.current().pid(),
            server.port(),
            token.text(),
            settings.version(),
            started,
            place.data().toString());
    Host host = new Host(place.card(), card, jobs, end, new Owned(lock, plugins, studio, server));
    host.leaveCard();
    return host;
  }

  private void leaveCard() {
    try {
      card.write(cardFile);
    } catch (IOException e) {
      close();
      throw new HostRefusedException(
          HostRefusedException.Reason.FOLDER,
          "%s cannot be written (%s). Set XDG_RUNTIME_DIR to a folder of your own."
              .formatted(cardFile, e));
    }
  }

  public HostCard card() {
    return card;
  }

  /// Asks the host to end. Returns at once.
  public void end() {
    end.countDown();
  }

  /// Waits until the host is asked to end.
  public void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes no more orders, stops what is being drawn, and gives everything back.
  @Override
  public void close() {
    card.remove(cardFile);
    jobs.close();
    owned.server().close();
    owned.studio().close();
    owned.plugins().close();
    owned.lock().close();
  }
}
