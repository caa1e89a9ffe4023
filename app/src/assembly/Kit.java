import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Lays out the Maven repository that comes with Darkroom, so that plug-ins of other people build without
/// a network: core and testkit of this build, and what [maven-repository.txt](maven-repository.txt) lists
/// out of the local repository.
///
/// Arguments: the folder to make, the local repository, the list, the project's root, the name of the
/// modules' build folders, the version.
final class Kit {

  private static final String GROUP = "dev/darkroom";

  private final Path folder;
  private final Path root;
  private final String version;

  private Kit(Path folder, Path root, String version) {
    this.folder = folder;
    this.root = root;
    this.version = version;
  }

  static void main(String[] args) throws IOException {
    Kit kit = new Kit(Path.of(args[0]), Path.of(args[3]), args[5]);
    remove(kit.folder);
    for (String file : Files.readAllLines(Path.of(args[2]))) {
      kit.copy(Path.of(args[1]).resolve(file), file);
    }
    kit.publishPom("darkroom", ".");
    kit.publishJar("darkroom-core", "platform-core", args[4]);
    kit.publishJar("darkroom-testkit", "platform-core/testkit", args[4]);
  }

  private void publishJar(String artifact, String module, String build) throws IOException {
    publishPom(artifact, module);
    String jar = artifact + "-" + version + ".jar";
    copy(root.resolve(module).resolve(build).resolve(jar), place(artifact, jar));
  }

  private void publishPom(String artifact, String module) throws IOException {
    String pom = artifact + "-" + version + ".pom";
    copy(root.resolve(module).resolve("pom.xml"), place(artifact, pom));
  }

  private String place(String artifact, String file) {
    return String.join("/", List.of(GROUP, artifact, version, file));
  }

  private void copy(Path source, String file) throws IOException {
    if (!Files.isRegularFile(source)) {
      throw new IOException(
          source
              + " is not there. If its version was changed, bring maven-repository.txt up to date:"
              + " app/README.md says how.");
    }
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
