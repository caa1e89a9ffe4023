package dev.darkroom.backend.djl;

import dev.darkroom.core.process.EnvironmentVariables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Where PyTorch's native libraries come from: a folder that the user names, else DJL's jars, which DJL
/// unpacks once into our cache folder. Never the network.
final class TorchLibraries {

  /// Folder with PyTorch's libraries and DJL's own (`djl_torch`), and nothing else.
  static final String FOLDER = "darkroom.djl.native";

  private static final String PATH = "PYTORCH_LIBRARY_PATH";
  private static final String CACHE = "DJL_CACHE_DIR";
  private static final String NATIVES = "native/lib/pytorch.properties";
  private static final String JNI = "jnilib/pytorch.properties";

  private static final String WAITING = "OMP_WAIT_POLICY";

  /// Threads that wait for work spin for some 50 microseconds, the time between two operations, then
  /// sleep. By default they go on spinning, and where another process wants the cores too, a step takes
  /// ten times as long; sleeping at once costs a twentieth of a step.
  private static final Map<String, String> THREADS =
      Map.of(WAITING, "PASSIVE", "GOMP_SPINCOUNT", "20000");

  private TorchLibraries() {}

  /// The version of PyTorch that DJL's jar is made for.
  static String version() {
    URL properties = resource(JNI);
    if (properties == null) {
      return "of unknown version";
    }
    Properties entries = new Properties();
    try (InputStream in = properties.openStream()) {
      entries.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String jni = entries.getProperty("jni_version", "");
    return jni.contains("-") ? jni.substring(0, jni.indexOf('-')) : "of unknown version";
  }

  /// Whether there are libraries of PyTorch and DJL's library between it and Java.
  static boolean present() {
    boolean torch = folder() != null || resource(NATIVES) != null;
    return torch && resource(JNI) != null;
  }

  private static @Nullable String folder() {
    String named = System.getProperty(FOLDER);
    return named != null ? named : System.getenv(PATH);
  }

  private static @Nullable URL resource(String name) {
    return ClassLoader.getSystemResource(name);
  }

  /// Settings that DJL reads at its first use: nothing is fetched, reported, or written outside our
  /// cache folder.
  static void prepare() {
    if (System.getenv(WAITING) == null) {
      EnvironmentVariables.setDefaults(THREADS);
    }
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    String folder = System.getProperty(FOLDER);
    if (folder != null) {
      System.setProperty(PATH, folder);
      System.setProperty("PYTORCH_VERSION", version());
      setDefault("PYTORCH_FLAVOR", "cpu");
    }
    setDefault(CACHE, cacheFolder().toString());
  }

  private static void setDefault(String name, String value) {
    if (System.getenv(name) == null && System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }

  private static Path cacheFolder() {
    String named = System.getenv("XDG_CACHE_HOME");
    Path cache =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(named);
    return cache.resolve("darkroom").resolve("djl");
  }
}
