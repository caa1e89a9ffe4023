package dev.darkroom.testkit.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.tensor.Tensor;
import dev.darkroom.core.weights.Fingerprint;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.SafetensorsWriter;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FingerprintTests {

  private static final int SIZE = 20_000;

  @TempDir Path folder;

  private static Tensor bytes(int... changed) {
    Tensor tensor = Tensor.allocate(DType.U8, Shape.of(SIZE));
    for (int i = 0; i < SIZE; i++) {
      tensor.data().set(ValueLayout.JAVA_BYTE, i, (byte) (i * 31));
    }
    for (int place : changed) {
      tensor.data().set(ValueLayout.JAVA_BYTE, place, (byte) (place * 31 + 1));
    }
    return tensor;
  }

  private String fingerprint(String file, Map<String, Tensor> tensors) {
    Path path = folder.resolve(file);
    SafetensorsWriter.write(path, tensors);
    return Fingerprint.of(ModelFiles.open(path));
  }

  @Test
  void seesEveryChangeOfNameTypeShapeAndSample() {
    Set<String> seen = new HashSet<>();
    seen.add(fingerprint("a.safetensors", Map.of("a", bytes())));
    seen.add(fingerprint("b.safetensors", Map.of("b", bytes())));
    seen.add(fingerprint("c.safetensors", Map.of("a", bytes().reshape(Shape.of(2, SIZE / 2)))));
    Tensor retyped = Tensor.of(DType.I8, Shape.of(SIZE), bytes().data());
    seen.add(fingerprint("d.safetensors", Map.of("a", retyped)));
    for (int place : new int[] {0, 4095, SIZE / 2, SIZE - 1}) {
      seen.add(fingerprint("p" + place + ".safetensors", Map.of("a", bytes(place))));
    }
    assertThat(seen).hasSize(8).allMatch(text -> text.matches("[0-9a-f]{64}"));
  }

  @Test
  void isTheSameWhereverTheModelLiesAndHoweverItIsCut() throws IOException {
    Map<String, Tensor> both = Map.of("a", bytes(), "b", bytes(7));
    String whole = fingerprint("whole.safetensors", both);
    Path shards = Files.createDirectory(folder.resolve("shards"));
    SafetensorsWriter.write(shards.resolve("2.safetensors"), Map.of("a", bytes()));
    SafetensorsWriter.write(shards.resolve("1.safetensors"), Map.of("b", bytes(7)));
    Files.writeString(
        shards.resolve("model.safetensors.index.json"),
        "{\"weight_map\":{\"b\":\"1.safetensors\",\"a\":\"2.safetensors\"}}");

    assertThat(Fingerprint.of(ModelFiles.open(shards))).isEqualTo(whole);
    assertThat(fingerprint("other.safetensors", both)).isEqualTo(whole);
  }

  @Test
  void staysTheSameFromVersionToVersion() {
    Map<String, Tensor> tensors = Map.of("a", bytes(), "x", Tensor.of(Shape.of(1, 2), 1, 2));
    assertThat(fingerprint("fixed.safetensors", tensors))
        .isEqualTo("cc754425b7f4c2b288ebda58ef7eccb85b570600521fe4895ef1ebc8b44341c0");
  }

  @Test
  void doesNotNeedToReadTheType() throws IOException {
    Path path =
        RawSafetensors.write(
            folder.resolve("odd.safetensors"),
            "{" + RawSafetensors.entry("a", "U16", 1, 0, 2) + "}",
            new byte[2]);
    assertThat(Fingerprint.of(ModelFiles.open(path))).hasSize(64);
  }
}
