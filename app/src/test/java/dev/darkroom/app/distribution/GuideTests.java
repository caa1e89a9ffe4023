package dev.darkroom.app.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/// The code in the authors' guide: all of it compiles as it stands there, and the sampler keeps its
/// contract.
final class GuideTests {

  private static final Path GUIDE = Path.of("extensions/README.md"); // tests run in the root
  private static final String PACKAGE = "com.example.guide";
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("\\bclass (\\w+)");

  @TempDir Path folder;

  @Test
  void whatTheGuideShowsCompilesAndItsSamplerKeepsTheContract() throws Exception {
    List<String> blocks = blocks();
    assertThat(blocks).hasSizeGreaterThan(8);
    List<String> tests = blocks.stream().filter(block -> block.contains("testkit")).toList();
    List<String> code = blocks.stream().filter(block -> !tests.contains(block)).toList();
    Path classes = folder.resolve("classes");
    compile(
        Stream.of("--module-path", Distribution.FOLDER.resolve("lib").toString()), code, classes);
    Path testClasses = folder.resolve("test-classes");
    compile(Stream.of("--class-path", classes + File.pathSeparator + path()), tests, testClasses);
    TestExecutionSummary summary = run(PACKAGE + ".StraightSamplerTests", classes, testClasses);
    assertThat(summary.getTestsFailedCount()).isZero();
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(8);
  }

  private static List<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(GUIDE))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private void compile(Stream<String> options, List<String> blocks, Path target) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(options.toList());
    command.addAll(List.of("-Xlint:all,-module", "-Werror", "-d", target.toString()));
    for (String block : blocks) {
      command.add(write(block).toString());
    }
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(new String(javac.getInputStream().readAllBytes(), UTF_8)).isEmpty();
  }

  private Path write(String block) throws IOException {
    boolean module = block.startsWith("module ");
    String name =
        module ? "module-info" : CLASS.matcher(block).results().findFirst().orElseThrow().group(1);
    Path file = folder.resolve(name + ".java");
    return Files.writeString(file, module ? block : "package " + PACKAGE + ";\n\n" + block);
  }

  private static TestExecutionSummary run(String test, Path... folders) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path place : folders) {
      urls.add(place.toUri().toURL());
    }
    ClassLoader parent = GuideTests.class.getClassLoader();
    try (var loader = new URLClassLoader(urls.toArray(URL[]::new), parent)) {
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectClass(loader.loadClass(test)))
                  .build(),
              listener);
      return listener.getSummary();
    }
  }

  /// The jars and class folders that these tests run with.
  private static String path() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(property -> System.getProperty(property, ""))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
