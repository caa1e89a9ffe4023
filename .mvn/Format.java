import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;

/// Runs google-java-format over every Java file of the project: `check` fails on a file that is not
/// in its form, `apply` rewrites it. Started by the build with the JDK of the toolchain, because
/// the formatter needs a newer JDK than the one that runs Maven.
final class Format {

  private static final Set<String> SKIPPED = Set.of("target", "fixtures", ".git");

  private Format() {}

  static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("apply");
    List<String> arguments = new ArrayList<>(List.of("--skip-javadoc-formatting"));
    arguments.addAll(apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    arguments.addAll(sources(Path.of(args[1])));
    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    var out = new PrintWriter(System.err, true);
    int exit = formatter.run(out, out, arguments.toArray(String[]::new));
    if (exit != 0 && !apply) {
      out.println("These files are not formatted; run: mvn validate -Ddarkroom.format=apply");
    }
    System.exit(exit);
  }

  private static List<String> sources(Path root) throws IOException {
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
            if (file.toString().endsWith(".java")) {
              files.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
