package dev.darkroom.ext.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/// What the user's `~/.m2/settings.xml` says: where the local repository is, whether there is a
/// network, mirrors, proxies, passwords in plain text, and repositories of active profiles.
///
/// @param home the folder `.m2`
record UserSettings(Path home, Settings settings) {

  private static final String CENTRAL = "https://repo.maven.apache.org/maven2/";

  /// @param home the folder `.m2`; without a `settings.xml` in it, Maven's defaults count
  /// @throws RefusedException if the file cannot be read
  static UserSettings read(Path home) throws RefusedException {
    DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
    Path file = home.resolve("settings.xml");
    request.setSystemProperties(System.getProperties());
    if (Files.exists(file)) {
      request.setUserSettingsFile(file.toFile());
    }
    try {
      return new UserSettings(
          home,
          new DefaultSettingsBuilderFactory().newInstance().build(request).getEffectiveSettings());
    } catch (SettingsBuildingException e) {
      throw new RefusedException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  Path localRepository() {
    String folder = settings.getLocalRepository();
    return folder == null || folder.isBlank() ? home.resolve("repository") : Path.of(folder);
  }

  /// Has a session do as the settings say. Every file must have a checksum, and the right one.
  void apply(SessionBuilder session) {
    session
        .withLocalRepositoryBaseDirectories(localRepository())
        .setOffline(settings.isOffline())
        .setChecksumPolicy(RepositoryPolicy.CHECKSUM_POLICY_FAIL)
        .setIgnoreArtifactDescriptorRepositories(true)
        .setMirrorSelector(mirrors())
        .setProxySelector(proxies())
        .setAuthenticationSelector(passwords());
  }

  private DefaultMirrorSelector mirrors() {
    DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
    for (Mirror mirror : settings.getMirrors()) {
      mirrors.add(
          mirror.getId(),
          mirror.getUrl(),
          mirror.getLayout(),
          false,
          mirror.isBlocked(),
          mirror.getMirrorOf(),
          mirror.getMirrorOfLayouts());
    }
    return mirrors;
  }

  private DefaultProxySelector proxies() {
    DefaultProxySelector proxies = new DefaultProxySelector();
    for (Proxy proxy : settings.getProxies()) {
      if (proxy.isActive()) {
        AuthenticationBuilder login =
            new AuthenticationBuilder()
                .addUsername(proxy.getUsername())
                .addPassword(proxy.getPassword());
        proxies.add(
            new org.eclipse.aether.repository.Proxy(
                proxy.getProtocol(), proxy.getHost(), proxy.getPort(), login.build()),
            proxy.getNonProxyHosts());
      }
    }
    return proxies;
  }

  private DefaultAuthenticationSelector passwords() {
    DefaultAuthenticationSelector passwords = new DefaultAuthenticationSelector();
    for (Server server : settings.getServers()) {
      AuthenticationBuilder login =
          new AuthenticationBuilder()
              .addUsername(server.getUsername())
              .addPassword(server.getPassword());
      passwords.add(server.getId(), login.build());
    }
    return passwords;
  }

  /// Those of active profiles, and Maven Central.
  List<RemoteRepository> repositories() {
    List<RemoteRepository> repositories = new ArrayList<>();
    for (Profile profile : settings.getProfiles()) {
      if (isActive(profile)) {
        for (Repository repository : profile.getRepositories()) {
          repositories.add(
              new RemoteRepository.Builder(repository.getId(), "default", repository.getUrl())
                  .build());
        }
      }
    }
    repositories.add(new RemoteRepository.Builder("central", "default", CENTRAL).build());
    return repositories;
  }

  private boolean isActive(Profile profile) {
    return settings.getActiveProfiles().contains(profile.getId())
        || profile.getActivation() != null && profile.getActivation().isActiveByDefault();
  }
}
