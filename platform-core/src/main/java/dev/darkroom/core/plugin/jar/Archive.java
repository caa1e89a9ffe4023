package dev.darkroom.core.plugin.jar;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.info.DescriptorText;
import dev.darkroom.core.plugin.info.PluginDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The jar of a plug-in as an archive.
///
/// @param file the jar
/// @param name what messages call it: the name that the user gave
record Archive(Path file, String name) {

  private static final int MAX_ENTRIES = 100_000;
  private static final long MAX_BYTES = 4L << 30;
  private static final int MAX_DESCRIPTOR = 64 << 10;
  private static final String AGAIN = "Fetch it again";
  private static final Pattern LIBRARY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]*\\.jar");

  /// The descriptor.
  ///
  /// @throws InvalidRequestException if this is no sound archive, or there is no descriptor in it
  DescriptorText descriptor() {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      requireSound(zip);
      ZipEntry entry = zip.getEntry(PluginDescriptor.ENTRY);
      if (entry == null) {
        throw refused(
            "is no plug-in: it holds no " + PluginDescriptor.ENTRY,
            "Its author must add one; a plain library belongs into the plug-in that uses it");
      }
      if (entry.getSize() > MAX_DESCRIPTOR) {
        throw refused("has a descriptor of " + entry.getSize() + " bytes", "Shorten it");
      }
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] bytes = in.readNBytes(MAX_DESCRIPTOR);
        return DescriptorText.read(new String(bytes, StandardCharsets.UTF_8), name);
      }
    } catch (IOException e) {
      throw new InvalidRequestException(
          "plugin",
          "%s is no jar, or a damaged one (%s). Fetch it again.".formatted(name, e.getMessage()),
          e);
    }
  }

  private void requireSound(ZipFile zip) {
    if (zip.size() > MAX_ENTRIES) {
      throw refused("holds " + zip.size() + " files", "No plug-in needs more than " + MAX_ENTRIES);
    }
    Set<String> names = new HashSet<>();
    long bytes = 0;
    for (ZipEntry entry : zip.stream().toList()) {
      requireSafe(entry.getName());
      if (!names.add(entry.getName())) {
        throw refused("holds %s twice".formatted(entry.getName()), "Build it again");
      }
      bytes += Math.max(0, entry.getSize());
    }
    if (bytes > MAX_BYTES) {
      throw refused("would unpack to " + bytes + " bytes", "No plug-in may be that large");
    }
  }

  /// Compares every entry with its checksum, which Java does not do when it loads classes.
  ///
  /// @throws InvalidRequestException if one is damaged; names it
  void requireIntact() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (!isIntact(zip, entry)) {
          throw refused("is damaged: %s is not what was packed".formatted(entry.getName()), AGAIN);
        }
      }
    }
  }

  private static boolean isIntact(ZipFile zip, ZipEntry entry) throws IOException {
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      in.transferTo(OutputStream.nullOutputStream());
      return sum.getValue() == entry.getCrc();
    } catch (ZipException _) {
      return false;
    }
  }

  private void requireSafe(String entry) {
    boolean climbs = List.of(entry.split("/", -1)).contains("..");
    if (climbs || entry.startsWith("/") || entry.contains("\\") || entry.indexOf('\0') >= 0) {
      throw refused(
          "holds an entry that leads out of it, \"%s\"".formatted(entry), "Do not use it");
    }
  }

  /// Copies the jars of its libraries into a folder.
  ///
  /// @return the copies, in the order of their names
  List<Path> extractLibraries(Path folder) throws IOException {
    List<Path> libraries = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> entry.getName().startsWith(PluginDescriptor.LIBRARIES))
              .filter(entry -> !entry.isDirectory())
              .toList();
      for (ZipEntry entry : entries) {
        Path target = folder.resolve(libraryName(entry));
        extract(zip, entry, target);
        libraries.add(target);
      }
    }
    libraries.sort(null);
    return libraries;
  }

  private String libraryName(ZipEntry entry) {
    String library = entry.getName().substring(PluginDescriptor.LIBRARIES.length());
    if (!LIBRARY.matcher(library).matches()) {
      throw refused(
          "holds \"%s\" where only jars belong".formatted(entry.getName()),
          "Put nothing but jars with plain names into " + PluginDescriptor.LIBRARIES);
    }
    return library;
  }

  private static void extract(ZipFile zip, ZipEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      // an entry that claims to be smaller than it is fills the disk no further than the cap
      long left = MAX_BYTES;
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n > 0 && left > 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        left -= n;
      }
    }
  }

  private InvalidRequestException refused(String reason, String remedy) {
    return new InvalidRequestException("plugin", "%s %s. %s.".formatted(name, reason, remedy));
  }
}
