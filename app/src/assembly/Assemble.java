import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Lays out the folder that the launcher starts: `bin/darkroom`; `lib/` with the jars of the module
/// path; `lib/classpath/` with those that would not be found there, because only jars without a module
/// descriptor use them; `lib/maven/` and `lib/sigstore/` with the tools that fetch plug-ins and check their signatures, for class loaders of their own; `native/` with a folder for each engine's libraries for this platform, so that
/// nobody unpacks them at each start; `maven/`, the repository for builds of plug-ins. The folder appears under its name by one rename, when it is whole.
///
/// Arguments: the folder, the launcher script, the app's jar, the class path of its dependencies, the
/// repository, which is moved, the folders with the jars of those tools.
final class Assemble {

  private static final String OURS = "dev.darkroom.";

  /// Where engines keep libraries in their jars, and the folder of ours that they go to.
  private static final Map<String, String> NATIVES =
      Map.of(
          "ai/onnxruntime/native/" + platform("osx", "x64", "aarch64") + "/", "onnx",
          "pytorch/cpu/" + platform("osx", "x86_64", "aarch64") + "/", "djl",
          "jnilib/" + platform("osx", "x86_64", "aarch64") + "/cpu/", "djl",
          "org/tensorflow/internal/c_api/" + platform("macosx", "x86_64", "arm64") + "/", "tf");

  private static final Pattern LIBRARY = Pattern.compile(".*\\.(so(\\.\\d+)*|dylib|dll)");

  /// A jar of this many bytes that holds libraries holds nothing else, and is not needed any more.
  private static final long LIBRARIES_ALONE = 64 << 20;

  private Assemble() {}

  static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    Path work = target.resolveSibling(target.getFileName() + ".new");
    remove(work);
    Files.createDirectories(work.resolve("bin"));
    Files.createDirectories(work.resolve("lib/classpath"));
    Files.copy(Path.of(args[1]), work.resolve("bin/darkroom"), StandardCopyOption.COPY_ATTRIBUTES);
    List<Path> jars =
        Stream.concat(
                Stream.of(args[2]), Stream.of(args[3].split(Pattern.quote(File.pathSeparator))))
            .filter(entry -> entry.endsWith(".jar"))
            .map(Path::of)
            .distinct()
            .toList();
    Set<Path> modules = modulePath(jars);
    for (Path jar : jars) {
      boolean unpacked = unpack(jar, work.resolve("native"), target.resolve("native"));
      if (!unpacked || Files.size(jar) < LIBRARIES_ALONE) {
        Path folder = modules.contains(jar) ? work.resolve("lib") : work.resolve("lib/classpath");
        Files.copy(jar, folder.resolve(jar.getFileName()));
      }
    }
    Files.move(Path.of(args[4]), work.resolve("maven"));
    copyAll(Path.of(args[5]), work.resolve("lib/maven"));
    copyAll(Path.of(args[6]), work.resolve("lib/sigstore"));
    replace(target, work);
  }

  private static void copyAll(Path source, Path target) throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  /// The jars that our modules require, directly or through others, and those without a descriptor: as
  /// soon as one of these is used, Java resolves all of them.
  private static Set<Path> modulePath(List<Path> jars) {
    Map<String, ModuleDescriptor> descriptors = new HashMap<>();
    Map<String, Path> places = new HashMap<>();
    for (Path jar : jars) {
      for (ModuleReference module : modules(jar)) {
        descriptors.put(module.descriptor().name(), module.descriptor());
        places.put(module.descriptor().name(), jar);
      }
    }
    Deque<String> open = new ArrayDeque<>();
    descriptors.values().stream()
        .filter(module -> module.name().startsWith(OURS) || module.isAutomatic())
        .map(ModuleDescriptor::name)
        .forEach(open::add);
    Set<Path> required = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      if (descriptors.containsKey(name) && required.add(places.get(name))) {
        descriptors.get(name).requires().forEach(requirement -> open.add(requirement.name()));
      }
    }
    return required;
  }

  private static Set<ModuleReference> modules(Path jar) {
    try {
      return ModuleFinder.of(jar).findAll();
    } catch (FindException e) { // its name cannot be a module's
      return Set.of();
    }
  }

  /// Unpacks the libraries of this platform, if the jar holds any.
  private static boolean unpack(Path jar, Path natives, Path earlier) throws IOException {
    boolean any = false;
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path file = Path.of(entry.getName());
        String folder = NATIVES.get(entry.getName().replaceFirst("[^/]*$", ""));
        if (folder != null && LIBRARY.matcher(entry.getName()).matches()) {
          Path place = Path.of(folder).resolve(file.getFileName().toString());
          unpack(zip, entry, natives.resolve(place), earlier.resolve(place));
          any = true;
        }
      }
    }
    return any;
  }

  /// The library of the folder that is being replaced is taken over where it is the same.
  private static void unpack(ZipFile zip, ZipEntry entry, Path file, Path earlier)
      throws IOException {
    FileTime time = entry.getLastModifiedTime();
    Files.createDirectories(file.getParent());
    if (Files.exists(earlier)
        && Files.size(earlier) == entry.getSize()
        && Files.getLastModifiedTime(earlier).equals(time)) {
      Files.createLink(file, earlier);
      return;
    }
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, file);
    }
    Files.setLastModifiedTime(file, time);
  }

  /// This platform as an engine's jar spells it: `linux-x64`, `macosx-arm64`, `win-x86_64`.
  private static String platform(String mac, String intel, String arm) {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String windows = mac.equals("macosx") ? "windows" : "win";
    String name = os.startsWith("mac") ? mac : os.startsWith("win") ? windows : "linux";
    return name + "-" + (System.getProperty("os.arch").equals("aarch64") ? arm : intel);
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
