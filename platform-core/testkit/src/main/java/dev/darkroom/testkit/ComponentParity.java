package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.Backend;
import dev.darkroom.core.spi.ModelFamily;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whether single networks compute on a backend what the reference libraries computed: every case in
/// the folder `components` of the reference data whose architecture a family knows.
///
/// A case holds one or more component folders, `inputs.safetensors`, `expected.safetensors`, and
/// `fixture.json` with the tolerance. Architectures that no family knows are named in one line of the
/// output.
public interface ComponentParity extends BackendSubject {

  /// One test a network.
  @TestFactory
  default Stream<DynamicTest> networksMatchTheReferenceLibraries() {
    List<ModelFamily> families = PluginCatalog.load().all(ModelFamily.class);
    List<ComponentCase> cases = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Path folder : Fixtures.cases("components", "")) {
      for (Path model : ComponentCase.modelFolders(folder)) {
        List<ComponentCase> found = ComponentCase.in(families, folder, model);
        cases.addAll(found);
        if (found.isEmpty()) {
          unknown.add(folder.getFileName() + " (" + ComponentCase.architecture(model) + ")");
        }
      }
    }
    if (!unknown.isEmpty()) {
      System.out.printf(
          "No family knows %d of the reference networks: %s%n",
          unknown.size(), unknown.stream().sorted().collect(Collectors.joining(", ")));
    }
    assertThat(cases).as("networks in the reference data that a family knows").isNotEmpty();
    return cases.stream().map(test -> DynamicTest.dynamicTest(test.name(), () -> check(test)));
  }

  private void check(ComponentCase test) {
    try (Backend backend = backend().open(device())) {
      test.check(backend);
    }
  }
}
