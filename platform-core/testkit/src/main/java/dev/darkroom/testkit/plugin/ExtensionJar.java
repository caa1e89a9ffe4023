package dev.darkroom.testkit.plugin;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Compiles sources and packs them into the jar of a plug-in, or of a library for one, as an author
/// elsewhere would.
///
/// ```java
/// Path jar =
///     ExtensionJar.plugin("acme-wave", "1.0.0")
///         .source("module-info.java", "module acme.wave { requires dev.darkroom.core; ... }")
///         .source("acme/wave/Wave.java", "package acme.wave; ...")
///         .build(folder);
/// ```
public final class ExtensionJar {

  private static final String DESCRIPTOR = "META-INF/darkroom/plugin.properties";
  private static final String LIBRARIES = "META-INF/darkroom/lib/";

  private final String name;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final List<Path> libraries = new ArrayList<>();
  private final List<Path> seen = new ArrayList<>();

  private ExtensionJar(String name) {
    this.name = name;
  }

  /// A plug-in whose descriptor says that it suits every version of Darkroom.
  public static ExtensionJar plugin(String id, String version) {
    return new ExtensionJar(id + "-" + version)
        .field("id", id)
        .field("version", version)
        .field("api", "*");
  }

  /// A library: a jar without a descriptor.
  ///
  /// @param name of the file, without `.jar`
  public static ExtensionJar library(String name) {
    return new ExtensionJar(name);
  }

  /// A line of the descriptor; null takes it away.
  public ExtensionJar field(String field, String value) {
    fields.put(field, value);
    return this;
  }

  /// Without a `module-info.java` all modules are seen.
  ///
  /// @param path of the source file: `module-info.java`, `acme/wave/Wave.java`
  public ExtensionJar source(String path, String text) {
    sources.put(path, text);
    return this;
  }

  /// A file of any kind.
  public ExtensionJar entry(String path, byte[] bytes) {
    entries.put(path, bytes.clone());
    return this;
  }

  /// A library of the plug-in's own, which goes into the jar.
  public ExtensionJar with(Path library) {
    libraries.add(library);
    return this;
  }

  /// A jar that is compiled against and stays outside.
  public ExtensionJar against(Path jar) {
    seen.add(jar);
    return this;
  }

  /// Makes the jar in a folder, over one of the same name.
  public Path build(Path folder) throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes-");
    compile(classes);
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : contents(classes).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }

  private void compile(Path classes) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    Path folder = Files.createTempDirectory(classes.getParent(), "sources-");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
    arguments.addAll(List.of("--module-path", modulePath()));
    if (!sources.containsKey("module-info.java")) {
      arguments.addAll(List.of("--add-modules", "ALL-MODULE-PATH"));
    }
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    StringWriter messages = new StringWriter();
    PrintWriter printer = new PrintWriter(messages);
    int code =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(printer, printer, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalArgumentException("the sources do not compile:\n" + messages);
    }
  }

  /// The modules of the program that runs the test, and the jars that were named.
  private String modulePath() {
    String own = System.getProperty("jdk.module.path", "");
    return Stream.concat(
            Stream.concat(libraries.stream(), seen.stream()).map(Path::toString), Stream.of(own))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Map<String, byte[]> contents(Path classes) throws IOException {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    if (!fields.isEmpty()) {
      contents.put(DESCRIPTOR, descriptor().getBytes(StandardCharsets.UTF_8));
    }
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        contents.put(
            classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    for (Path library : libraries) {
      contents.put(LIBRARIES + library.getFileName(), Files.readAllBytes(library));
    }
    contents.putAll(entries);
    return contents;
  }

  private String descriptor() {
    return fields.entrySet().stream()
        .filter(field -> field.getValue() != null)
        .map(field -> field.getKey() + "=" + field.getValue() + "\n")
        .collect(Collectors.joining());
  }
}
