package dev.darkroom.testkit.weights;

import static dev.darkroom.testkit.weights.RawSafetensors.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.weights.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Headers that do not fit their file, each refused by name and reason.
final class SafetensorsRefusalTests {

  @TempDir Path folder;

  private record Case(String name, String header, int bytes, String reason) {}

  @TestFactory
  Stream<DynamicTest> refusesHeadersThatAreNotSound() {
    return Stream.of(
            new Case("no JSON", "{\"a\":", 0, "not sound JSON"),
            new Case("binary", "\u0000\u0001\u0002", 0, "not sound JSON"),
            new Case("list", "[]", 0, "header is not a JSON object"),
            new Case("two objects", "{} {}", 0, "goes on after"),
            new Case("no object", "{\"a\":1}", 0, "entry \"a\" is not a JSON object"),
            new Case("metadata", "{\"__metadata__\":{\"n\":1}}", 0, "metadata \"n\" is not text"),
            new Case(
                "duplicate",
                "{" + entry("a", "U8", 1, 0, 1) + "," + entry("a", "U8", 1, 1, 2) + "}",
                2,
                "\"a\""),
            new Case(
                "no dtype", "{\"a\":{\"shape\":[1],\"data_offsets\":[0,1]}}", 1, "\"a\" lacks"),
            new Case("no shape", "{\"a\":{\"dtype\":\"U8\",\"data_offsets\":[0,1]}}", 1, "lacks"),
            new Case("no offsets", "{\"a\":{\"dtype\":\"U8\",\"shape\":[1]}}", 1, "\"a\" lacks"),
            new Case(
                "three offsets",
                "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1,2]}}",
                1,
                "\"a\" lacks"),
            new Case("deep", "{\"a\":{\"x\":" + "[".repeat(2000), 0, "not sound JSON"))
        .map(this::refused);
  }

  @TestFactory
  Stream<DynamicTest> refusesTensorsThatAreNotSound() {
    return Stream.of(
            one("unknown dtype", "Q7", "1", "0,1", 1, "unknown dtype \"Q7\"; known: [F64, F32"),
            one("dtype in small letters", "f32", "1", "0,4", 4, "unknown dtype \"f32\""),
            one("negative size", "U8", "-1", "0,1", 1, "-1 in its shape"),
            one("fraction", "U8", "1.5", "0,1", 1, "1.5 in its shape"),
            one("text", "U8", "\"1\"", "0,1", 1, "1 in its shape"),
            one("nested", "U8", "[1]", "0,1", 1, "a list or object in its shape"),
            one("enormous number", "U8", "99999999999999999999", "0,1", 1, "in its shape"),
            one("overflow", "F32", "4294967296,4294967296", "0,1", 1, "impossible shape"),
            one("overflow in bytes", "F64", "4611686018427387904", "0,1", 1, "impossible shape"),
            one("large claim", "F32", "1099511627776", "0,4", 4, "takes 4398046511104 bytes"),
            one("too few bytes", "F32", "2", "0,4", 4, "F32 [2], which takes 8 bytes"),
            one("too many bytes", "F32", "1", "0,8", 8, "F32 [1], which takes 4 bytes"),
            one("backwards", "U8", "1", "1,0", 1, "data_offsets are [1, 0]"),
            one("negative offset", "U8", "1", "-1,0", 1, "-1 in its data_offsets"),
            one("half a byte", "F4", "3", "0,2", 2, "which takes 2 bytes"),
            one("past the end", "U8", "5", "0,5", 4, "ends at byte 5, but the file has only 4"),
            one("gap at the start", "U8", "1", "1,2", 2, "gap of 1 bytes"))
        .map(this::refused);
  }

  @TestFactory
  Stream<DynamicTest> refusesTensorsThatDoNotCoverTheFile() {
    return Stream.of(
            two("overlap", entry("b", "U8", 2, 1, 3), 3, "\"b\" overlaps tensor \"a\""),
            two("the same place", entry("b", "U8", 2, 0, 2), 2, "overlaps tensor"),
            two("gap", entry("b", "U8", 2, 3, 5), 5, "\"b\" leaves a gap of 1 bytes"),
            two("trailing bytes", entry("b", "U8", 1, 2, 3), 5, "2 bytes after the last tensor"))
        .map(this::refused);
  }

  @Test
  void takesAnEmptyFileAndSpacesAfterTheHeader() throws IOException {
    Path path = RawSafetensors.write(folder.resolve("empty.safetensors"), "{}      ");
    assertThat(SafetensorsFile.open(path).weights()).isEmpty();
  }

  private static Case one(
      String name, String dtype, String shape, String offsets, int bytes, String reason) {
    String header =
        "{\"a\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%s]}}"
            .formatted(dtype, shape, offsets);
    return new Case(name, header, bytes, reason);
  }

  private static Case two(String name, String second, int bytes, String reason) {
    return new Case(name, "{" + second + "," + entry("a", "U8", 2, 0, 2) + "}", bytes, reason);
  }

  private DynamicTest refused(Case c) {
    return DynamicTest.dynamicTest(
        c.name,
        () -> {
          Path path = folder.resolve("bad.safetensors");
          RawSafetensors.write(path, c.header, new byte[c.bytes]);
          assertThatThrownBy(() -> SafetensorsFile.open(path))
              .isInstanceOf(ModelFormatException.class)
              .hasMessageContaining(path.toString())
              .hasMessageContaining(c.reason)
              .hasMessageContaining("download it again");
        });
  }
}
