package dev.darkroom.core.plugin.scan;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.info.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Goes through the class files of a jar, those for newer versions of Java among them, and tells the
/// first place of every right that they use.
///
/// What is found is in the code, used or not. What reflection reaches is not found; that there is
/// reflection is. A class file that cannot be read counts as [Permission#REFLECTION], as nobody knows
/// what it does.
public final class ClassFileScan implements CodeScan {

  private static final int MAX_CLASS = 16 << 20;

  private final RightsTable table;

  /// Reads the table of rights that is part of Darkroom.
  public ClassFileScan() {
    this.table = RightsTable.read();
  }

  /// @throws InvalidRequestException if the jar cannot be read
  @Override
  public List<Finding> scan(Path jar) {
    Map<Permission, String> found = new EnumMap<>(Permission.class);
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : classes(zip)) {
        look(zip, entry, found.keySet()).forEach(found::putIfAbsent);
      }
    } catch (IOException e) {
      throw new InvalidRequestException(
          "plugin",
          "The classes of %s cannot be read (%s). Fetch the jar again."
              .formatted(jar.getFileName(), e.getMessage()),
          e);
    }
    return found.entrySet().stream()
        .map(place -> new Finding(place.getKey(), place.getValue()))
        .toList();
  }

  private static List<? extends ZipEntry> classes(ZipFile zip) {
    return zip.stream()
        .filter(entry -> entry.getName().endsWith(".class"))
        .filter(entry -> !entry.getName().endsWith("module-info.class"))
        .sorted(Comparator.comparing(ZipEntry::getName))
        .toList();
  }

  private Map<Permission, String> look(ZipFile zip, ZipEntry entry, Set<Permission> known)
      throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MAX_CLASS + 1);
      if (bytes.length > MAX_CLASS) {
        return unknown(entry, "it is larger than any class can be");
      }
      return new ClassRights(table, ClassFile.of().parse(bytes)).first(known);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return unknown(entry, e.toString());
    }
  }

  private static Map<Permission, String> unknown(ZipEntry entry, String reason) {
    return Map.of(
        Permission.REFLECTION,
        "%s cannot be read, so nobody knows what it does (%s)".formatted(entry.getName(), reason));
  }
}
