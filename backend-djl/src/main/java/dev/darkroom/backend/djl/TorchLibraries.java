package dev.darkroom.backend.djl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where PyTorch's native libraries come from: a folder that the user names, else DJL's jars, which DJL
/// unpacks once into our cache folder. Never the network.
final class TorchLibraries {

  /// Folder with PyTorch's libraries and DJL's own (`djl_torch`).
  static final String FOLDER = "darkroom.djl.native";

  private static final String JNI = "djl_torch";

  private TorchLibraries() {}

  /// Whether there are libraries of PyTorch.
  static boolean present() {
    return System.getProperty(FOLDER) != null || System.getenv("PYTORCH_LIBRARY_PATH") != null
        || TorchLibraries.class.getClassLoader().getResource("native/lib/pytorch.properties") != null;
  }

  /// Tells DJL before its first use.
  static void prepare() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    String folder = System.getProperty(FOLDER);
    if (folder != null) {
      System.setProperty("PYTORCH_LIBRARY_PATH", folder);
      System.setProperty("PYTORCH_VERSION", "2.7.1");
      System.setProperty("PYTORCH_FLAVOR", "cpu");
    }
    if (System.getenv("DJL_CACHE_DIR") == null && System.getProperty("DJL_CACHE_DIR") == null) {
      System.setProperty("DJL_CACHE_DIR", cacheFolder().toString());
    }
  }

  private static Path cacheFolder() {
    String named = System.getenv("XDG_CACHE_HOME");
    Path base =
        named == null || named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache", "darkroom")
            : Path.of(named, "darkroom");
    return base.resolve("djl");
  }
}
