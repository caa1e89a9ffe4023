package dev.darkroom.app.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// A Maven project for a new plug-in: provider, module descriptor, test, and what it says of itself.
///
/// @param repository the Maven repository that its build takes everything from
public record Project(ProjectName name, Path repository) {

  private static final String COMMON = "common";

  /// Writes the project into a folder of its name, which must not be there yet.
  ///
  /// @return the folder
  /// @throws InvalidRequestException if it is there, or cannot be written
  public Path write(Path parent) {
    Path folder = parent.resolve(name.name());
    try {
      Files.createDirectories(parent);
      Files.createDirectory(folder);
      Map<String, String> values = values();
      for (Map.Entry<String, String> file : files().entrySet()) {
        Path target = folder.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.writeString(target, filled(template(file.getValue()), values));
      }
    } catch (FileAlreadyExistsException e) {
      throw new InvalidRequestException(
          "name", folder + " is there already; choose another name or --output.", e);
    } catch (IOException e) {
      throw new InvalidRequestException(
          "output", "cannot write %s (%s); choose another place.".formatted(folder, e), e);
    }
    return folder;
  }

  /// Templates by the file that is made of them.
  private Map<String, String> files() {
    String main = "src/main/java/";
    String code = name.path() + "/" + name.className();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", "pom.xml");
    files.put("README.md", "README.md");
    files.put(".gitignore", "gitignore");
    files.put(".mvn/maven.config", "maven.config");
    files.put("src/main/resources/META-INF/darkroom/plugin.properties", "plugin.properties");
    files.put(main + "module-info.java", "module-info.txt");
    files.put(main + code + ".java", "provider.txt");
    files.put("src/test/java/" + code + "Tests.java", "test.txt");
    return files;
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    Properties versions = versions();
    versions.stringPropertyNames().forEach(key -> values.put(key, versions.getProperty(key)));
    values.put("api", api(versions.getProperty("darkroom")));
    values.put("repository", repository.toUri().toString());
    values.put("kind", name.kind().word());
    values.put("service", name.kind().service());
    values.put("contract", name.kind().contract());
    values.put("name", name.name());
    values.put("title", name.title());
    values.put("class", name.className());
    values.put("package", name.packageName());
    values.put("path", name.path());
    return values;
  }

  /// Interfaces may change from one minor version to the next until there is a version 1.
  private static String api(String version) {
    String[] numbers = version.split("[.-]", -1);
    int minor = Integer.parseInt(numbers[1]);
    return "[%s.%d,%s.%d)".formatted(numbers[0], minor, numbers[0], minor + 1);
  }

  private static String filled(String template, Map<String, String> values) {
    String text = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    return text;
  }

  private static Properties versions() {
    Properties versions = new Properties();
    try {
      versions.load(new StringReader(resource("versions.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }

  /// That of the kind, or the one that all kinds have in common.
  private String template(String file) {
    String own = name.kind().word() + "/" + file;
    return resource(Project.class.getResource(own) == null ? COMMON + "/" + file : own);
  }

  private static String resource(String path) {
    try (InputStream in = Objects.requireNonNull(Project.class.getResourceAsStream(path), path)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
