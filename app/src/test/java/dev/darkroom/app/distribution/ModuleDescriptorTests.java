package dev.darkroom.app.distribution;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What our jars say of themselves. A change of a descriptor changes what users may rely on, so it
/// shows in a review: the expected texts lie in `src/test/resources/module-descriptors`.
final class ModuleDescriptorTests {

  private static final String APP = "dev.darkroom.app";
  private static final String CORE = "dev.darkroom.core";
  private static final String TESTKIT = "dev.darkroom.testkit";

  static List<ModuleReference> modules() {
    return Distribution.modules();
  }

  @Test
  void everyModuleIsFound() {
    assertThat(modules())
        .extracting(module -> module.descriptor().name())
        .contains(APP, CORE, "dev.darkroom.backend.onnx", TESTKIT);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void describesItselfAsWritten(ModuleReference module) throws IOException {
    String name = module.descriptor().name();
    String actual = describe(module.descriptor());
    Path file = Distribution.FOLDER.resolveSibling("module-descriptors").resolve(name + ".txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, actual);
    assertThat(actual)
        .as("%s; if the change is meant, copy %s to src/test/resources", name, file)
        .isEqualTo(expected(name));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void keepsItsPackagesUnderItsName(ModuleReference module) {
    assertThat(module.descriptor().isAutomatic()).isFalse();
    assertThat(module.descriptor().packages())
        .allMatch(name -> (name + ".").startsWith(module.descriptor().name() + "."));
  }

  /// Backends, extensions and the app know each other at run time only.
  @ParameterizedTest
  @MethodSource("modules")
  void requiresNoOtherModuleOfOursThanTheCore(ModuleReference module) {
    assertThat(module.descriptor().requires())
        .extracting(ModuleDescriptor.Requires::name)
        .filteredOn(name -> name.startsWith("dev.darkroom."))
        .allMatch(CORE::equals);
  }

  /// The lines of `jar --describe-module` without what differs by version or place.
  private static String describe(ModuleDescriptor module) {
    return Stream.of(
            module.requires().stream().map(r -> line("requires", r.modifiers(), r.name())),
            module.exports().stream().map(e -> line("exports", e.targets(), e.source())),
            module.opens().stream().map(o -> line("opens", o.targets(), o.source())),
            module.uses().stream().map("uses %s"::formatted),
            module.provides().stream()
                .map(p -> "provides %s with %s".formatted(p.service(), p.providers())))
        .flatMap(lines -> lines.sorted())
        .collect(joining("\n", "module " + module.name() + "\n", "\n"));
  }

  private static String line(String word, Set<?> details, String name) {
    String suffix =
        details.stream().map(d -> " " + d.toString().toLowerCase(ROOT)).sorted().collect(joining());
    return word + " " + name + suffix;
  }

  private static String expected(String name) throws IOException {
    String resource = "/module-descriptors/" + name + ".txt";
    try (InputStream in = ModuleDescriptorTests.class.getResourceAsStream(resource)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
