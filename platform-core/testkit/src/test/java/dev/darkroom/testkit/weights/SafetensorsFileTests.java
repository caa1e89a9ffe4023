package dev.darkroom.testkit.weights;

import static dev.darkroom.testkit.weights.RawSafetensors.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.tensor.DType;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.weights.FileSlice;
import dev.darkroom.core.weights.SafetensorsFile;
import dev.darkroom.core.weights.Weight;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SafetensorsFileTests {

  @TempDir Path folder;

  @Test
  void readsEveryTypeAsAViewOfTheFile() throws IOException {
    String header =
        """
        {"__metadata__":{"format":"pt","note":"größer"},
         "f64":{"dtype":"F64","shape":[1],"data_offsets":[0,8]},
         "i64":{"dtype":"I64","shape":[1],"data_offsets":[8,16]},
         "f32":{"dtype":"F32","shape":[1,1],"data_offsets":[16,20]},
         "i32":{"dtype":"I32","shape":[],"data_offsets":[20,24]},
         "f16":{"dtype":"F16","shape":[1],"data_offsets":[24,26]},
         "bf16":{"dtype":"BF16","shape":[1],"data_offsets":[26,28]},
         "i8":{"dtype":"I8","shape":[1],"data_offsets":[28,29]},
         "u8":{"dtype":"U8","shape":[1],"data_offsets":[29,30]},
         "bool":{"dtype":"BOOL","shape":[1],"data_offsets":[30,31]},
         "empty":{"dtype":"F32","shape":[3,0],"data_offsets":[31,31]}}
        """;
    ByteBuffer data = ByteBuffer.allocate(31).order(ByteOrder.LITTLE_ENDIAN);
    data.putDouble(0.1).putLong(-5_000_000_000L).putFloat(1.5f).putInt(-7);
    data.putShort((short) 0x3E00).putShort((short) 0xBFC0);
    data.put((byte) -3).put((byte) 200).put((byte) 1);
    SafetensorsFile file =
        SafetensorsFile.open(
            RawSafetensors.write(folder.resolve("all.safetensors"), header, data.array()));

    assertThat(file.weights().keySet())
        .containsExactly("f64", "i64", "f32", "i32", "f16", "bf16", "i8", "u8", "bool", "empty");
    assertThat(file.weight("f64").read().at(0)).isEqualTo(0.1);
    assertThat(file.weight("i64").read().toLongs()).containsExactly(-5_000_000_000L);
    assertThat(file.weight("f32").read().toFloats()).containsExactly(1.5f);
    assertThat(file.weight("i32").read().toLongs()).containsExactly(-7);
    assertThat(file.weight("f16").read().toFloats()).containsExactly(1.5f);
    assertThat(file.weight("bf16").read().toFloats()).containsExactly(-1.5f);
    assertThat(file.weight("i8").read().toLongs()).containsExactly(-3);
    assertThat(file.weight("u8").read().toLongs()).containsExactly(200);
    assertThat(file.weight("bool").read().toLongs()).containsExactly(1);
    assertThat(file.weight("empty").read().toFloats()).isEmpty();
    assertThat(file.weight("empty").shape()).isEqualTo(Shape.of(3, 0));
    assertThat(file.weight("i32").shape()).isEqualTo(Shape.of());
    assertThat(file.weight("f32").read().data().isMapped()).isTrue();
    assertThat(file.weight("f32").read().data().isReadOnly()).isTrue();
    assertThat(file.metadata()).containsEntry("format", "pt").containsEntry("note", "größer");
    assertThat(file.text("config.json")).isEmpty();
    assertThatThrownBy(() -> file.weight("absent"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("all.safetensors")
        .hasMessageContaining("no tensor \"absent\"");
  }

  @Test
  void saysWhereATensorLiesInItsFile() throws IOException {
    String header = "{" + entry("a", "U8", 3, 0, 3) + "," + entry("b", "U8", 2, 3, 5) + "}";
    Path path =
        RawSafetensors.write(folder.resolve("m.safetensors"), header, new byte[] {1, 2, 3, 4, 5});
    Weight weight = SafetensorsFile.open(path).weight("b");

    long offset = 8L + header.length() + 3;
    assertThat(weight.slice()).contains(new FileSlice(path.toRealPath(), offset, 2));
    assertThat(weight.reshape(Shape.of(1, 2)).slice()).isEqualTo(weight.slice());
    assertThat(weight.cast(DType.F32).slice()).isEmpty();
    assertThat(weight.cast(DType.F32).read().toFloats()).containsExactly(4, 5);
    assertThat(weight.cast(DType.U8)).isSameAs(weight);
    assertThat(weight.reshape(Shape.of(2, 1)).read().shape()).isEqualTo(Shape.of(2, 1));
    assertThatThrownBy(() -> weight.reshape(Shape.of(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b: cannot reshape [2] to [3]");
    assertThatThrownBy(() -> weight.map(DType.F32, Shape.of(2), tensor -> tensor).read())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("promised F32");
  }

  @Test
  void opensAFileWithAnUnreadableTypeAndRefusesOnlyThatTensor() throws IOException {
    String header = "{" + entry("good", "U8", 1, 0, 1) + "," + entry("odd", "I16", 2, 1, 5) + "}";
    SafetensorsFile file =
        SafetensorsFile.open(
            RawSafetensors.write(folder.resolve("odd.safetensors"), header, new byte[5]));

    assertThat(file.weight("good").read().toLongs()).containsExactly(0);
    assertThat(file.weight("odd").shape()).isEqualTo(Shape.of(2));
    assertThatThrownBy(() -> file.weight("odd").read())
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("odd.safetensors")
        .hasMessageContaining("\"odd\" holds I16")
        .hasMessageContaining("Use a version");
  }

  @Test
  void readsBeyondTwoGibibytes() throws IOException {
    long large = (1L << 31) + 4096;
    String header =
        "{"
            + entry("large", "U8", large, 0, large)
            + ","
            + entry("far", "F32", 1, large, large + 4)
            + "}";
    Path path = folder.resolve("large.safetensors");
    RawSafetensors.write(path, header);
    long start = Files.size(path);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {42}), start + large - 1);
      channel.write(ByteBuffer.wrap(new byte[] {0, 0, 0x20, 0x41}), start + large);
    }
    SafetensorsFile file = SafetensorsFile.open(path);

    assertThat(file.weight("large").read().at(large - 1)).isEqualTo(42);
    assertThat(file.weight("far").read().toFloats()).containsExactly(10);
    assertThat(file.weight("far").slice())
        .contains(new FileSlice(path.toRealPath(), start + large, 4));
    Files.delete(path);
  }

  @Test
  void refusesWhatIsNoSafetensorsFile() throws IOException {
    assertRefused(folder.resolve("absent.safetensors"), "no such file", "Check the path");
    assertRefused(folder, "no such file");
    Path path = folder.resolve("bad.safetensors");
    assertRefused(Files.write(path, new byte[0]), "only 0 bytes", "download it again");
    assertRefused(Files.write(path, new byte[7]), "only 7 bytes", "download it again");
    assertRefused(Files.writeString(path, "<!DOCTYPE html><html></html>"), "claims a header");
    assertRefused(
        Files.writeString(path, "version https://git-lfs.github.com/spec/v1\noid sha256:1\n"),
        "Git LFS pointer",
        "git lfs pull");
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
    assertRefused(RawSafetensors.write(path, 3, json), "header of 3 bytes in a file of 10");
    assertRefused(RawSafetensors.write(path, -1, json), "header of 18446744073709551615 bytes");
    assertRefused(RawSafetensors.write(path, Long.MIN_VALUE, json), "claims a header");
    assertRefused(RawSafetensors.write(path, 0, json), "not a JSON object");
  }

  @Test
  void refusesAHeaderThatIsTooLongEvenIfItIsAllThere() throws IOException {
    Path path = folder.resolve("long.safetensors");
    RawSafetensors.write(path, SafetensorsFile.MAX_HEADER_BYTES + 1, new byte[0]);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), SafetensorsFile.MAX_HEADER_BYTES + 100);
    }
    assertRefused(path, "claims a header of 100000001 bytes", "at most 100000000");
  }

  private static void assertRefused(Path path, String... parts) {
    assertThatThrownBy(() -> SafetensorsFile.open(path))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(path.toString())
        .hasMessageContainingAll(parts);
  }
}
