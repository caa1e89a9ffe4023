package dev.darkroom.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Planted breaks, in a module that is compiled for each test.
final class ApiBreaksTests {

  private static final String OLD =
      """
      package acme;
      public interface Waver {
        String id();
        default int priority() { return 1; }
        int LIMIT = Integer.parseInt("3");
        record Size(int width) {}
        sealed interface Shape { String name(); record Round(String name) implements Shape {} }
        abstract class Kept { protected Kept(int x) {} protected void hook() {} }
      }
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          String id();           |                                | acme.Waver.id(): METHOD_REMOVED
          String id();           | Object id();                   | acme.Waver.id(): METHOD_RETURN_TYPE_CHANGED
          String id();           | String id(int x);              | acme.Waver.id(): METHOD_REMOVED
          String id();           | String id(); String more();    | acme.Waver.more(): METHOD_ADDED_TO_INTERFACE
          default int priority() { return 1; } | int priority();  | acme.Waver.priority(): METHOD_NOW_ABSTRACT
          int LIMIT = Integer.parseInt("3"); |                    | acme.Waver.LIMIT: FIELD_REMOVED
          Size(int width)        | Size(int width, int height)    | acme.Waver$Size(int): CONSTRUCTOR_REMOVED
          record Size(int width) {} |                             | acme.Waver$Size: CLASS_REMOVED
          protected Kept(int x)  | Kept(int x)                    | acme.Waver$Kept(int): CONSTRUCTOR_REMOVED
          protected void hook()  | protected final void hook()    | acme.Waver$Kept.hook(): METHOD_NOW_FINAL
          public interface Waver | interface Waver                | acme.Waver: CLASS_LESS_ACCESSIBLE
          """)
  void breaksAreNamed(String before, String after, String line) throws IOException {
    String now = OLD.replace(before, after == null ? "" : after);
    assertThat(ApiBreaks.between(api(OLD), api(now))).contains(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          String id();           | String id(); default void more() {} static void most() {}
          String id();           | String id(); record Added(int x) {} interface New { void run(); }
          String name();         | String name(); default int length() { return 0; }
          record Size(int width) {} | record Size(int width) { public Size() { this(1); } public int twice() { return 2; } }
          { return 1; }          | { return 2; }
          protected void hook() {} | protected void hook() {} public void other() {} private void own() {}
          """)
  void additionsPass(String before, String after) throws IOException {
    assertThat(ApiBreaks.between(api(OLD), api(OLD.replace(before, after)))).isEmpty();
  }

  @Test
  void methodsOfSealedInterfacesMayBeAddedAsNobodyElseImplementsThem() throws IOException {
    String now =
        OLD.replace("String name();", "String name(); int size();")
            .replace("implements Shape {}", "implements Shape { public int size() { return 1; } }");
    assertThat(ApiBreaks.between(api(OLD), api(now))).isEmpty();
  }

  @Test
  void whatIsNotExportedMayChange() throws IOException {
    Path old = api(OLD, "package acme.hidden; public class Inner { public void gone() {} }");
    Path now = api(OLD, "package acme.hidden; public class Inner {}");
    assertThat(ApiBreaks.between(old, now)).isEmpty();
  }

  @Test
  void theSameInterfacesAreTheSameBytes() throws IOException {
    assertThat(api(OLD)).hasSameBinaryContentAs(api(OLD.replace("return 1;", "return 2;")));
  }

  private Path api(String waver) throws IOException {
    return api(waver, "package acme.hidden; class Nothing {}");
  }

  private Path api(String waver, String hidden) throws IOException {
    Path home = Files.createTempDirectory(folder, "api-");
    Path classes = home.resolve("classes");
    List<Path> sources =
        List.of(
            Files.writeString(home.resolve("module-info.java"), "module acme { exports acme; }"),
            Files.writeString(home.resolve("Waver.java"), waver),
            Files.writeString(
                home.resolve(hidden.contains("Inner") ? "Inner.java" : "Nothing.java"), hidden));
    String[] arguments =
        Stream.concat(
                Stream.of("-nowarn", "-d", classes.toString()),
                sources.stream().map(Path::toString))
            .toArray(String[]::new);
    int code = ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, arguments);
    assertThat(code).as("javac").isZero();
    return ApiJar.write(
        home.resolve("api.jar"), List.of(ModuleFinder.of(classes).find("acme").orElseThrow()));
  }
}
