import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes what a module descriptor provides into META-INF/services too, so that plug-ins are found on
/// the class path as well. The descriptor stays the only place where providers are named.
///
/// Argument: the folder of the compiled module.
final class Services {

  private Services() {}

  static void main(String[] args) throws IOException {
    Path classes = Path.of(args[0]);
    try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
      for (ModuleDescriptor.Provides provides : ModuleDescriptor.read(in).provides()) {
        Path folder = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.write(folder.resolve(provides.service()), provides.providers());
      }
    }
  }
}
