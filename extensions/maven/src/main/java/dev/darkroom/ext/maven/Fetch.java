package dev.darkroom.ext.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.util.filter.DependencyFilterUtils;

/// Fetches a plug-in and the libraries that it needs at run time, save for what Darkroom has.
///
/// @param repositories with mirrors and proxies
record Fetch(
    RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {

  private static final String RUNTIME = "runtime";

  private static final List<String> SIGNATURES = List.of(".sig", ".sigstore.json");

  /// Groups whose jars are in every Darkroom.
  private static final List<Exclusion> GIVEN =
      Stream.of("dev.darkroom", "org.jspecify", "tools.jackson.core")
          .map(group -> new Exclusion(group, "*", "*", "*"))
          .toList();

  /// @return the jar in `folder`, its libraries inside of it
  Path into(Path folder, Coordinates coordinates) throws RefusedException, IOException {
    Files.createDirectories(folder);
    try {
      PluginJar jar = new PluginJar(resolve(coordinates.jar()));
      List<Path> libraries = jar.carriesLibraries() ? List.of() : libraries(coordinates);
      Path target =
          folder.resolve("%s-%s.jar".formatted(coordinates.artifact(), coordinates.version()));
      jar.copy(target, libraries);
      if (libraries.isEmpty()) {
        for (String ending : SIGNATURES) {
          copySignature(coordinates, ending, target);
        }
      }
      return target;
    } catch (RepositoryException e) {
      throw new RefusedException(reason(coordinates, e), e);
    }
  }

  private Path resolve(Artifact artifact) throws ArtifactResolutionException {
    return system
        .resolveArtifact(session, new ArtifactRequest(artifact, repositories, ""))
        .getArtifact()
        .getPath();
  }

  private List<Path> libraries(Coordinates coordinates) throws RepositoryException {
    Dependency plugin = new Dependency(coordinates.jar(), RUNTIME, false, GIVEN);
    DependencyRequest request =
        new DependencyRequest(
            new CollectRequest(plugin, repositories),
            DependencyFilterUtils.classpathFilter(RUNTIME));
    return system.resolveDependencies(session, request).getArtifactResults().stream()
        .map(result -> result.getArtifact())
        .filter(artifact -> !isPlugin(artifact, coordinates))
        .map(Artifact::getPath)
        .toList();
  }

  private static boolean isPlugin(Artifact artifact, Coordinates coordinates) {
    return artifact.getGroupId().equals(coordinates.group())
        && artifact.getArtifactId().equals(coordinates.artifact());
  }

  /// A plug-in need not be signed.
  private void copySignature(Coordinates coordinates, String ending, Path jar) throws IOException {
    Optional<Path> signature;
    try {
      signature = Optional.of(resolve(coordinates.signature(ending)));
    } catch (ArtifactResolutionException e) {
      signature = Optional.empty();
    }
    if (signature.isPresent()) {
      Path beside = jar.resolveSibling(jar.getFileName() + ending);
      Files.copy(signature.get(), beside, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String reason(Coordinates coordinates, RepositoryException e) {
    String remedy =
        session.isOffline()
            ? "Your settings.xml says that there is no network, and it is not in your local"
                + " repository."
            : "Check the coordinates, the network and the mirrors in your settings.xml.";
    return "%s cannot be fetched: %s. %s".formatted(coordinates, e.getMessage(), remedy);
  }
}
