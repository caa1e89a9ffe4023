package dev.darkroom.core.plugin;

import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.plugin.info.PluginKinds;
import dev.darkroom.core.plugin.layer.Failures;
import dev.darkroom.core.plugin.layer.Provider;
import dev.darkroom.core.spi.Plugin;
import dev.darkroom.core.spi.Plugins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/// Every plug-in that was found, by kind. Immutable and safe for use by several threads.
public final class PluginCatalog implements Plugins {

  private final List<Provider> providers;
  private final List<PluginIssue> issues;

  private PluginCatalog(List<Provider> providers, List<PluginIssue> issues) {
    this.providers = List.copyOf(providers);
    this.issues = List.copyOf(issues);
  }

  /// Finds the plug-ins that are part of this process from its start. Never fails: what cannot be used
  /// is in [#issues()].
  public static PluginCatalog load() {
    List<Provider> found = new ArrayList<>();
    List<PluginIssue> issues = new ArrayList<>();
    PluginKinds.all().forEach(kind -> load(kind, found, issues));
    return new PluginCatalog(List.of(), issues).with("this program", found);
  }

  private static void load(
      Class<? extends Plugin> kind, List<Provider> found, List<PluginIssue> issues) {
    Iterator<? extends Plugin> loader = ServiceLoader.load(kind).iterator();
    boolean more = true;
    while (more) {
      try {
        more = loader.hasNext();
        if (more) {
          found.add(Provider.of(kind, loader.next()));
        }
      } catch (ServiceConfigurationError | RuntimeException e) {
        // the iterator goes on behind a provider that fails
        String reason = "could not be loaded: " + Failures.text(e);
        issues.add(new PluginIssue(PluginKinds.word(kind), reason));
      }
    }
  }

  /// This and more providers. Of two with one id the earlier one is used.
  ///
  /// @param owner where the providers come from, as messages write it
  PluginCatalog with(String owner, List<Provider> more) {
    List<Provider> all = new ArrayList<>(providers);
    List<PluginIssue> said = new ArrayList<>(issues);
    for (Provider provider : more) {
      Optional<Provider> first = all.stream().filter(other -> isSame(other, provider)).findFirst();
      if (first.isPresent()) {
        said.add(new PluginIssue(provider.id(), taken(owner, provider, first.get())));
      } else {
        all.add(provider);
      }
    }
    all.sort(Comparator.comparingInt(Provider::priority).reversed().thenComparing(Provider::id));
    return new PluginCatalog(all, said);
  }

  /// This with something that could not be used.
  PluginCatalog with(PluginIssue issue) {
    List<PluginIssue> said = new ArrayList<>(issues);
    said.add(issue);
    return new PluginCatalog(providers, said);
  }

  private static boolean isSame(Provider a, Provider b) {
    return a.kind() == b.kind() && a.id().equals(b.id());
  }

  private static String taken(String owner, Provider provider, Provider first) {
    return "%s of %s has an id that %s has already; the first one is used."
        .formatted(
            provider.plugin().getClass().getName(), owner, first.plugin().getClass().getName());
  }

  @Override
  public <P extends Plugin> List<P> all(Class<P> kind) {
    return of(kind).stream().map(provider -> kind.cast(provider.plugin())).toList();
  }

  private List<Provider> of(Class<? extends Plugin> kind) {
    return providers.stream().filter(provider -> provider.kind() == kind).toList();
  }

  @Override
  public <P extends Plugin> P find(Class<P> kind, String name) {
    String wanted = Provider.normal(name);
    return of(kind).stream()
        .filter(provider -> provider.names().contains(wanted))
        .findFirst()
        .map(provider -> kind.cast(provider.plugin()))
        .orElseThrow(() -> new UnknownPluginException(PluginKinds.word(kind), name, known(kind)));
  }

  private List<String> known(Class<? extends Plugin> kind) {
    return of(kind).stream().map(provider -> Provider.shortId(provider.id())).toList();
  }

  /// The id without its kind.
  public static String shortId(Plugin plugin) {
    return Provider.shortId(plugin.id());
  }

  /// What could not be used, and why.
  public List<PluginIssue> issues() {
    return issues;
  }
}
