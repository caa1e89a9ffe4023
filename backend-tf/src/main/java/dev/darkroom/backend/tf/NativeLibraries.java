package dev.darkroom.backend.tf;

import dev.darkroom.core.error.BackendException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tensorflow.internal.c_api.TF_Status;

/// Where TensorFlow's native libraries come from: a folder that the user or the distribution names,
/// else the jar for this platform, which is unpacked once into the user's cache folder.
record NativeLibraries(Optional<Path> folder, String platform, String version) {

  /// The folder with the libraries.
  static final String PATH = "darkroom.tf.native";

  private static final String JAVACPP = "org.bytedeco.javacpp.";

  static NativeLibraries ofThisPlatform() {
    Optional<Path> folder =
        Optional.ofNullable(System.getProperty(PATH)).filter(path -> !path.isBlank()).map(Path::of);
    return new NativeLibraries(folder, platformName(), bindings());
  }

  /// The version of the Java side, from the jar's module descriptor or manifest.
  private static String bindings() {
    return Optional.ofNullable(TF_Status.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .orElse("of unknown version");
  }

  private static String platformName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String os = system.contains("mac") ? "macosx" : system.contains("win") ? "windows" : "linux";
    return os + (processor.equals("aarch64") ? "-arm64" : "-x86_64");
  }

  /// Why the libraries cannot be loaded, without trying to.
  Optional<String> missing() {
    if (folder.isPresent()) {
      return holdsLibrary(folder.get())
          ? Optional.empty()
          : Optional.of(
              "The folder %s (-D%s) holds no %s; name the one that TensorFlow's libraries are in."
                  .formatted(folder.get(), PATH, libraryName()));
    }
    return inJar()
        ? Optional.empty()
        : Optional.of(
            ("TensorFlow's libraries for %s are not there; put tensorflow-core-native-%s-%s.jar"
                    + " on the class path or module path, or set -D%s to a folder that has them.")
                .formatted(platform, version, platform, PATH));
  }

  private static boolean holdsLibrary(Path folder) {
    return Files.isRegularFile(folder.resolve(libraryName()));
  }

  private static String libraryName() {
    return System.mapLibraryName("jnitensorflow");
  }

  private boolean inJar() {
    String resource = "org/tensorflow/internal/c_api/" + platform + "/" + libraryName();
    return ClassLoader.getSystemResource(resource) != null
        || TF_Status.class.getResource("/" + resource) != null;
  }

  /// Loads the libraries, once for the process; later calls do nothing.
  ///
  /// @return TensorFlow's version
  /// @throws BackendException if they cannot be loaded
  String load() {
    missing()
        .ifPresent(reason -> {
          throw new BackendException(reason);
        });
    EngineEnvironment.prepare();
    prepareLoader();
    try {
      return FirstSession.version();
    } catch (LinkageError e) {
      throw new BackendException(
          "TensorFlow's libraries cannot be loaded; delete the folder %s, or set -D%s: %s"
              .formatted(cacheFolder(), PATH, e.getMessage()),
          e);
    }
  }

  private void prepareLoader() {
    System.setProperty(JAVACPP + "maxbytes", "0"); // its limits know nothing of models' sizes
    System.setProperty(JAVACPP + "maxphysicalbytes", "0");
    System.setProperty(JAVACPP + "cachedir", cacheFolder().toString());
    folder.ifPresent(path -> {
      String absolute = path.toAbsolutePath().toString();
      Stream.of("platform.preloadpath", "platform.linkpath")
          .forEach(key -> System.setProperty(JAVACPP + key, absolute));
      System.setProperty(JAVACPP + "pathsfirst", "true");
    });
  }

  private static Path cacheFolder() {
    String named = System.getenv("XDG_CACHE_HOME");
    Path cache =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(named);
    return cache.resolve("darkroom").resolve("tf").toAbsolutePath();
  }
}
