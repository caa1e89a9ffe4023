import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Lays out the folder that the launcher starts: `bin/darkroom`, `lib/` with every jar of the module
/// path, `native/` with the engines' libraries for this platform, so that nobody unpacks them at each
/// start. The folder appears under its name by one rename, when it is whole.
///
/// Arguments: the folder, the launcher script, the app's jar, the class path of its dependencies.
final class Assemble {

  private static final String ONNX_NATIVES = "ai/onnxruntime/native/";

  private Assemble() {}

  static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    Path work = target.resolveSibling(target.getFileName() + ".new");
    remove(work);
    Files.createDirectories(work.resolve("bin"));
    Files.createDirectories(work.resolve("lib"));
    Files.copy(Path.of(args[1]), work.resolve("bin/darkroom"), StandardCopyOption.COPY_ATTRIBUTES);
    copyJar(Path.of(args[2]), work);
    for (String entry : args[3].split(Pattern.quote(File.pathSeparator))) {
      if (entry.endsWith(".jar")) {
        copyJar(Path.of(entry), work);
      }
    }
    replace(target, work);
  }

  private static void copyJar(Path jar, Path work) throws IOException {
    Path copy = work.resolve("lib").resolve(jar.getFileName());
    if (!Files.exists(copy)) {
      Files.copy(jar, copy);
      unpackNatives(jar, work.resolve("native"));
    }
  }

  private static void unpackNatives(Path jar, Path folder) throws IOException {
    String prefix = ONNX_NATIVES + platform() + "/";
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      List<? extends ZipEntry> natives =
          zip.stream().filter(e -> e.getName().startsWith(prefix) && !e.isDirectory()).toList();
      for (ZipEntry entry : natives) {
        Files.createDirectories(folder);
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, folder.resolve(entry.getName().substring(prefix.length())));
        }
      }
    }
  }

  /// This platform as ONNX Runtime's jar spells it: `linux-x64`, `osx-aarch64`, `win-x64`.
  private static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String name = os.startsWith("mac") ? "osx" : os.startsWith("win") ? "win" : "linux";
    String arch = System.getProperty("os.arch");
    return name + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
  }

  private static void replace(Path target, Path work) throws IOException {
    Path old = target.resolveSibling(target.getFileName() + ".old");
    remove(old);
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
    remove(old);
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
