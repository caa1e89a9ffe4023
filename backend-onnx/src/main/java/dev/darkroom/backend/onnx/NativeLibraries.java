package dev.darkroom.backend.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// The native libraries inside ONNX Runtime's jar, unpacked once per version into the user's cache
/// folder. Left to itself the engine unpacks them into a temporary folder at every start.
record NativeLibraries(String version, String platform) {

  /// The engine's own setting for a folder with its libraries.
  static final String PATH = "onnxruntime.native.path";

  private static final System.Logger LOG = System.getLogger(NativeLibraries.class.getName());

  private static final List<String> NAMES =
      List.of(
          "onnxruntime",
          "onnxruntime4j_jni",
          "onnxruntime_providers_shared",
          "onnxruntime_providers_cuda",
          "onnxruntime_providers_tensorrt",
          "onnxruntime_providers_rocm",
          "onnxruntime_providers_openvino");

  /// Those of the running platform, in the jar that is there.
  static NativeLibraries ofThisPlatform() {
    return new NativeLibraries(engineVersion(), platformName());
  }

  /// From the jar's name on the module path, from its manifest on the class path.
  private static String engineVersion() {
    return Optional.ofNullable(OrtEnvironment.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .or(() -> Optional.ofNullable(OrtEnvironment.class.getPackage().getImplementationVersion()))
        .orElse("of unknown version");
  }

  private static String platformName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String os = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
    return os
        + (processor.contains("64") && processor.startsWith("a") && !processor.equals("amd64")
            ? "-aarch64"
            : "-x64");
  }

  /// Whether the libraries are there, in a folder that the user named or in the jar.
  boolean present() {
    return System.getProperty(PATH) != null || resource(NAMES.getFirst()).isPresent();
  }

  /// Makes sure that the engine finds its libraries without unpacking them again. Where the cache
  /// cannot be written, the engine's own way is taken.
  void prepare() {
    if (System.getProperty(PATH) != null) {
      return;
    }
    try {
      System.setProperty(PATH, unpacked(cacheFolder()).toString());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "ONNX Runtime unpacks its libraries at every start", e);
    }
  }

  private static Path cacheFolder() {
    String named = System.getenv("XDG_CACHE_HOME");
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "darkroom")
        : Path.of(named, "darkroom");
  }

  /// The folder with the libraries below `cache`, which appears there complete or not at all.
  Path unpacked(Path cache) throws IOException {
    Path folder = cache.resolve("onnxruntime-" + version + "-" + build()).toAbsolutePath();
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path draft = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
    Files.createDirectories(draft);
    try {
      for (String name : NAMES) {
        unpack(name, draft);
      }
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(folder)) { // else another process was first
        throw e;
      }
    } finally {
      delete(draft);
    }
    return folder;
  }

  /// Tells builds of one version apart: platform and size of the library.
  private String build() throws IOException {
    Optional<URL> library = resource(NAMES.getFirst());
    return platform + (library.isPresent() ? "-" + size(library.get()) : "");
  }

  private static long size(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    connection.setUseCaches(false);
    try (InputStream _ = connection.getInputStream()) {
      return connection.getContentLengthLong();
    }
  }

  private void unpack(String name, Path folder) throws IOException {
    Optional<URL> library = resource(name);
    if (library.isPresent()) {
      try (InputStream in = library.get().openStream()) {
        Files.copy(in, folder.resolve(System.mapLibraryName(name)));
      }
    }
  }

  private Optional<URL> resource(String name) {
    return Optional.ofNullable(
        OrtEnvironment.class.getResource(
            "/ai/onnxruntime/native/" + platform + "/" + System.mapLibraryName(name)));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
