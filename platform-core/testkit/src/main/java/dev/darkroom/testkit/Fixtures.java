package dev.darkroom.testkit;

import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.Weight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference data: a folder named by the system property `darkroom.fixtures`.
///
/// Tests run every case that they find there, whatever its sizes, so that another folder of the same
/// kind can take its place.
public final class Fixtures {

  /// The system property that names the folder.
  public static final String PROPERTY = "darkroom.fixtures";

  /// Python writes infinities into JSON as plain words.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private Fixtures() {}

  /// The folder of all reference data.
  ///
  /// @throws IllegalStateException if the property is not set or names no folder
  public static Path folder() {
    String named = System.getProperty(PROPERTY);
    if (named == null || named.isBlank()) {
      throw new IllegalStateException(
          "Set the system property %s to the folder of the reference data (platform-core/testkit/fixtures)."
              .formatted(PROPERTY));
    }
    Path folder = Path.of(named);
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "%s names %s, which is no folder; give the folder of the reference data."
              .formatted(PROPERTY, folder));
    }
    return folder;
  }

  /// A file or folder of the reference data.
  public static Path path(String relative) {
    return folder().resolve(relative);
  }

  /// The case folders of a kind in the order of their names: `cases("components", "unet-")` lists the
  /// folders `components/unet-*`.
  ///
  /// @throws IllegalStateException if there is none, so that no test passes by finding nothing
  public static List<Path> cases(String kind, String prefix) {
    try (Stream<Path> entries = Files.list(path(kind))) {
      List<Path> found =
          entries
              .filter(Files::isDirectory)
              .filter(path -> path.getFileName().toString().startsWith(prefix))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new IllegalStateException("no case " + prefix + "* in " + path(kind));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The `fixture.json` of a case folder: what it proves, and `max_abs_error`.
  public static JsonNode about(Path caseFolder) {
    return json(caseFolder.resolve("fixture.json"));
  }

  /// Any JSON file.
  public static JsonNode json(Path file) {
    return JSON.readTree(file.toFile());
  }

  /// Every tensor of a safetensors file by name.
  public static Map<String, Tensor> tensors(Path file) {
    Map<String, Tensor> tensors = new TreeMap<>();
    ModelFiles.open(file).weights().forEach((name, weight) -> tensors.put(name, weight.read()));
    return tensors;
  }

  /// The tensors whose names begin with `prefix`, without it: the tensors of one case in a file of
  /// many.
  public static Map<String, Tensor> tensors(Path file, String prefix) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<String, Weight> entry : ModelFiles.open(file).weights().entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        tensors.put(entry.getKey().substring(prefix.length()), entry.getValue().read());
      }
    }
    return tensors;
  }

  /// Checks that no element is further from its expected value than `tolerance`.
  ///
  /// @param name the case, for the message
  /// @throws AssertionError naming the case, the largest difference and where it is
  public static void assertClose(String name, Tensor actual, Tensor expected, double tolerance) {
    if (!actual.shape().equals(expected.shape())) {
      throw new AssertionError(
          "%s: shape %s, expected %s".formatted(name, actual.shape(), expected.shape()));
    }
    long worst = -1;
    double largest = -1;
    for (long i = 0; i < expected.shape().elements(); i++) {
      double difference = difference(actual.at(i), expected.at(i));
      if (difference > largest) {
        largest = difference;
        worst = i;
      }
    }
    if (largest > tolerance) {
      throw new AssertionError(
          "%s: largest difference %.3g (allowed %.3g) at %s of %s: %s, expected %s"
              .formatted(
                  name,
                  largest,
                  tolerance,
                  index(expected, worst),
                  expected,
                  actual.at(worst),
                  expected.at(worst)));
    }
  }

  private static double difference(double actual, double expected) {
    if (Double.compare(actual, expected) == 0) {
      return 0;
    }
    double difference = Math.abs(actual - expected);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  private static List<Long> index(Tensor tensor, long position) {
    long[] strides = tensor.shape().strides();
    return IntStream.range(0, strides.length)
        .mapToObj(axis -> position / strides[axis] % tensor.shape().size(axis))
        .toList();
  }
}
