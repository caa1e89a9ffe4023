package dev.darkroom.core.plugin.layer;

import dev.darkroom.core.plugin.info.PluginKinds;
import dev.darkroom.core.spi.BackendProvider;
import dev.darkroom.core.spi.Configurable;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.SamplerProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Constructs the providers of a layer: the first moment at which code of a plug-in runs. It runs on a
/// thread of its own, which is left behind if it does not come to an end.
///
/// @param patience how long to wait
public record ProviderStart(Duration patience) {

  /// Never throws, whatever the plug-in does, save that it may end the process.
  public Start start(PluginLayer layer) {
    AtomicReference<Start> outcome = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("start of plug-in " + layer.id())
            .inheritInheritableThreadLocals(false)
            .unstarted(() -> {
              outcome.set(run(layer));
              done.countDown();
            });
    thread.setContextClassLoader(layer.loader());
    thread.start();
    return await(thread, done, outcome);
  }

  private Start await(Thread thread, CountDownLatch done, AtomicReference<Start> outcome) {
    try {
      if (done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return outcome.get();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    String place = place(thread);
    thread.interrupt();
    return new Start.Failed(
        "It did not finish starting within %d ms%s, and its thread may go on until Darkroom ends."
                .formatted(patience.toMillis(), place)
            + " Tell its author.");
  }

  /// Where the thread is in code that is not Java's own.
  private static String place(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .filter(frame -> frame.getModuleName() == null || !isJdk(frame.getModuleName()))
        .map(frame -> " (it is in %s.%s)".formatted(frame.getClassName(), frame.getMethodName()))
        .findFirst()
        .orElse("");
  }

  private static boolean isJdk(String module) {
    return module.startsWith("java.") || module.startsWith("jdk.");
  }

  private static Start run(PluginLayer layer) {
    List<Provider> providers = new ArrayList<>();
    try {
      layer.openJars();
      for (Class<? extends Plugin> kind : PluginKinds.all()) {
        construct(layer, kind, providers);
      }
      return new Start.Started(providers);
    } catch (Throwable e) { // foreign code throws what it likes; only words of it are kept
      return new Start.Failed(StartFailure.of(e).toString());
    }
  }

  /// Looks no further than to the last provider of the plug-in: the layers below are asked after it, and
  /// what is wrong there is not its fault.
  private static void construct(
      PluginLayer layer, Class<? extends Plugin> kind, List<Provider> providers) {
    List<String> declared = declared(layer, kind);
    Iterator<? extends ServiceLoader.Provider<? extends Plugin>> found =
        ServiceLoader.load(layer.layer(), kind).stream().iterator();
    int own = 0;
    while (own < declared.size() && found.hasNext()) {
      ServiceLoader.Provider<? extends Plugin> provider = found.next();
      if (layer.layer().equals(provider.type().getModule().getLayer())) {
        Plugin plugin = provider.get();
        requireDescribed(plugin);
        providers.add(Provider.of(kind, plugin));
        own++;
      }
    }
    if (own < declared.size()) { // that is no error to Java
      throw new IllegalStateException(
          "%s are declared as providers, and Java finds %d of them; a provider() method must return a"
                  .formatted(declared, own)
              + " class of the plug-in");
    }
  }

  /// Asks for what lists show: one that cannot tell fails here, and not every list.
  private static void requireDescribed(Plugin plugin) {
    require(plugin, "summary", plugin.summary());
    require(plugin, "title", plugin.title());
    if (plugin instanceof Configurable configurable) {
      require(plugin, "parameters", configurable.parameters());
    }
    if (plugin instanceof SamplerProvider sampler) {
      require(plugin, "traits", sampler.traits());
      require(plugin, "grid", sampler.grid());
    }
    if (plugin instanceof BackendProvider backend) {
      require(plugin, "availability", backend.probe());
    }
  }

  private static void require(Plugin plugin, String what, @Nullable Object told) {
    if (told == null) {
      throw new IllegalStateException("%s has no %s".formatted(plugin.getClass().getName(), what));
    }
  }

  private static List<String> declared(PluginLayer layer, Class<? extends Plugin> kind) {
    return layer.layer().modules().stream()
        .flatMap(module -> module.getDescriptor().provides().stream())
        .filter(provides -> provides.service().equals(kind.getName()))
        .flatMap(provides -> provides.providers().stream())
        .toList();
  }
}
