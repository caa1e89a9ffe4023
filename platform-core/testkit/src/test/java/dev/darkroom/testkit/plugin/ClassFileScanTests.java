package dev.darkroom.testkit.plugin;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.info.Permission;
import dev.darkroom.core.plugin.scan.ClassFileScan;
import dev.darkroom.core.plugin.scan.CodeScan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the scan finds in classes that are compiled for each test.
final class ClassFileScanTests {

  private static final int MAJOR_VERSION = 7;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EXIT       | System.exit(3);                                          | java.lang.System.exit
          EXIT       | Runtime.getRuntime().halt(3);                            | java.lang.Runtime.halt
          EXIT       | java.util.List.of(1).forEach(System::exit);              | java.lang.System.exit
          PROCESS    | new ProcessBuilder("ls").start();                        | new java.lang.ProcessBuilder
          PROCESS    | Runtime.getRuntime().exec(new String[] {"ls"});          | java.lang.Runtime.exec
          NATIVE     | System.loadLibrary("x");                                 | java.lang.System.loadLibrary
          NATIVE     | java.lang.foreign.Linker.nativeLinker();                 | java.lang.foreign.Linker.nativeLinker
          NETWORK    | new java.net.Socket("a", 1).close();                     | new java.net.Socket
          NETWORK    | java.net.http.HttpClient.newHttpClient();                | java.net.http.HttpClient.newHttpClient
          NETWORK    | java.nio.channels.SocketChannel.open();                  | java.nio.channels.SocketChannel.open
          NETWORK    | java.net.URI.create("http://a").toURL().openStream();    | java.net.URL.openStream
          FILES      | java.nio.file.Files.delete(java.nio.file.Path.of("x"));  | java.nio.file.Files.delete
          FILES      | new java.io.FileWriter("x").close();                     | new java.io.FileWriter
          THREADS    | new Thread(() -> {}).start();                            | new java.lang.Thread
          THREADS    | java.util.concurrent.Executors.newCachedThreadPool();    | java.util.concurrent.Executors.newCachedThreadPool
          REFLECTION | Class.forName("x");                                      | java.lang.Class.forName
          REFLECTION | String.class.getDeclaredFields()[0].setAccessible(true); | java.lang.Class.getDeclaredFields
          REFLECTION | new java.net.URLClassLoader(new java.net.URL[0]);        | new java.net.URLClassLoader
          """)
  void tellsTheRightAndItsPlace(Permission permission, String code, String called)
      throws IOException {
    Map<Permission, String> found =
        scan(source("void run() throws Exception { %s }".formatted(code)));
    assertThat(found).containsEntry(permission, "acme.Wave.run uses " + called);
  }

  @Test
  void seesNativeMethods() throws IOException {
    assertThat(scan(source("native int fast();")))
        .containsExactly(Map.entry(Permission.NATIVE, "acme.Wave.fast is native"));
  }

  @Test
  void seesCodeInLambdasInitializersAndNestedClasses() throws IOException {
    String nested =
        """
        static final Runnable LATER = () -> System.exit(1);
        static { new Thread(); }
        record Inner(int x) { Inner { System.load("x"); } }
        """;
    assertThat(scan(source(nested)))
        .containsOnlyKeys(Permission.EXIT, Permission.THREADS, Permission.NATIVE);
  }

  @Test
  void findsNothingInPlainCode() throws IOException {
    String plain =
        """
        record Point(double x, double y) {}
        enum Kind { A, B }
        sealed interface Shape permits Round, Flat {}
        record Round(Point at) implements Shape {}
        record Flat() implements Shape {}
        static String text(Shape shape) {
          return switch (shape) { case Round r -> "round " + r; case Flat f -> "flat"; };
        }
        static int sum(java.util.List<Kind> kinds) {
          return kinds.stream().mapToInt(Kind::ordinal).sum() + Kind.valueOf("A").compareTo(Kind.B);
        }
        """;
    assertThat(scan(source(plain))).isEmpty();
  }

  @Test
  void classesForNewerJavaAreLookedAt() throws IOException {
    Path plain = source("void run() { System.exit(1); }").build(folder);
    byte[] wave = entry(plain, "acme/Wave.class");
    assertThat(
            scan(ExtensionJar.library("multi").entry("META-INF/versions/25/acme/Wave.class", wave)))
        .containsOnlyKeys(Permission.EXIT);
  }

  @Test
  void damagedClassesAreToldByName() throws IOException {
    byte[] text = "no class".getBytes(StandardCharsets.UTF_8);
    assertThat(scan(ExtensionJar.library("damaged").entry("acme/Odd.class", text)))
        .hasEntrySatisfying(
            Permission.REFLECTION,
            place -> assertThat(place).startsWith("acme/Odd.class cannot be read"));
  }

  @Test
  void cutAndNewerClassesAreToldByName() throws IOException {
    Path plain = source("void run() { System.exit(1); }").build(folder);
    byte[] newer = entry(plain, "acme/Wave.class");
    byte[] cut = java.util.Arrays.copyOf(newer, newer.length / 2);
    newer[MAJOR_VERSION] = 120;
    assertThat(scan(ExtensionJar.library("newer").entry("acme/Wave.class", newer)))
        .hasEntrySatisfying(
            Permission.REFLECTION, place -> assertThat(place).startsWith("acme/Wave.class cannot"));
    assertThat(scan(ExtensionJar.library("cut").entry("acme/Wave.class", cut)))
        .hasEntrySatisfying(
            Permission.REFLECTION, place -> assertThat(place).startsWith("acme/Wave.class cannot"));
  }

  @Test
  void whatIsNoJarIsRefusedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("odd.jar"), "no jar");
    assertThatThrownBy(() -> new ClassFileScan().scan(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("odd.jar");
  }

  private static ExtensionJar source(String body) {
    return ExtensionJar.library("wave")
        .source("acme/Wave.java", "package acme; public class Wave { %s }".formatted(body));
  }

  private Map<Permission, String> scan(ExtensionJar jar) throws IOException {
    return new ClassFileScan()
        .scan(jar.build(folder)).stream()
            .collect(toMap(CodeScan.Finding::permission, CodeScan.Finding::where));
  }

  private static byte[] entry(Path jar, String name) throws IOException {
    try (var zip = new java.util.zip.ZipFile(jar.toFile())) {
      return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }
  }
}
