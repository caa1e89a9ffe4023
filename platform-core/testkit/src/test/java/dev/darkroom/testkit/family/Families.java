package dev.darkroom.testkit.family;

import dev.darkroom.core.plugin.PluginCatalog;
import dev.darkroom.core.spi.ModelFamily;
import dev.darkroom.core.spi.ModelSpec;
import dev.darkroom.core.weights.WeightIndex;
import java.util.List;
import java.util.Optional;

/// The families that come with the core.
final class Families {

  private Families() {}

  static List<ModelFamily> all() {
    return PluginCatalog.load().all(ModelFamily.class);
  }

  static ModelFamily of(ModelSpec spec) {
    return PluginCatalog.load().find(ModelFamily.class, spec.family());
  }

  static ModelSpec published(String name) {
    return all().stream()
        .map(family -> family.published(name))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no family has published " + name));
  }

  /// What every family makes of a checkpoint; more than one answer is a mistake of theirs.
  static List<ModelSpec> answers(WeightIndex index) {
    return all().stream().map(family -> family.recognise(index)).flatMap(Optional::stream).toList();
  }

  static ModelSpec recognised(WeightIndex index) {
    List<ModelSpec> answers = answers(index);
    if (answers.size() != 1) {
      throw new AssertionError(index.location() + " is " + answers);
    }
    return answers.getFirst();
  }
}
