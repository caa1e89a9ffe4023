import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;

/// Runs google-java-format over the project's Java files: `check` fails on a file that is not in its
/// form, `apply` rewrites it. Started by the build with the JDK of the toolchain, because the
/// formatter needs a newer JDK than the one that runs Maven.
///
/// Arguments: `check` or `apply`, the project's folder, a file whose time says when everything was
/// last found in form; only what changed since then is looked at.
final class Format {

  private static final Set<String> SKIPPED = Set.of("target", "fixtures", ".git");

  private Format() {}

  static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]);
    Path stamp = Path.of(args[2]);
    FileTime now = FileTime.fromMillis(System.currentTimeMillis());
    int exit = run(apply, sources(root, since(root, stamp)));
    if (exit == 0) {
      Files.writeString(stamp, "");
      Files.setLastModifiedTime(stamp, now);
    }
    System.exit(exit);
  }

  private static int run(boolean apply, List<String> sources) {
    if (sources.isEmpty()) {
      return 0;
    }
    List<String> arguments = new ArrayList<>(List.of("--skip-javadoc-formatting"));
    arguments.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    arguments.addAll(sources);
    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    var out = new PrintWriter(System.err, true);
    int exit = formatter.run(out, out, arguments.toArray(String[]::new));
    if (exit != 0 && !apply) {
      out.println("These files are not formatted; run: mvn validate -N -Ddarkroom.format=apply");
    }
    return exit;
  }

  /// The time of the stamp, unless the rules of the check are younger than it.
  private static FileTime since(Path root, Path stamp) throws IOException {
    FileTime never = FileTime.fromMillis(0);
    if (!Files.exists(stamp)) {
      return never;
    }
    FileTime checked = Files.getLastModifiedTime(stamp);
    for (String rules : List.of("pom.xml", ".mvn/Format.java")) {
      if (Files.getLastModifiedTime(root.resolve(rules)).compareTo(checked) >= 0) {
        return never;
      }
    }
    return checked;
  }

  private static List<String> sources(Path root, FileTime since) throws IOException {
    List<String> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")
                && attributes.lastModifiedTime().compareTo(since) >= 0) {
              files.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
