package dev.darkroom.testkit.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.WeightIndex;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The texts of a model folder, and the walls around it.
final class FolderTextTests {

  @TempDir Path folder;

  private Path model() throws IOException {
    Path model = Files.createDirectories(folder.resolve("model"));
    RawSafetensors.ofBytes(model.resolve("model.safetensors"), "a", (byte) 1);
    Files.writeString(folder.resolve("secret.txt"), "secret");
    return model;
  }

  private static void assertRefused(WeightIndex index, String path, String reason) {
    assertThatThrownBy(() -> index.text(path))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void neverLeavesTheFolder() throws IOException {
    Path model = model();
    Files.createSymbolicLink(model.resolve("link.txt"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(model.resolve("up"), folder);
    WeightIndex index = ModelFiles.open(model);

    List<String> paths =
        List.of(
            "../secret.txt",
            "a/../../secret.txt",
            "..\\secret.txt",
            folder.resolve("secret.txt").toString(),
            "",
            "a\0b",
            "link.txt",
            "up/secret.txt");
    for (String path : paths) {
      assertRefused(index, path, "leads out of the model folder");
    }
  }

  @Test
  void followsLinksWithinTheFolder() throws IOException {
    Path model = model();
    Files.writeString(model.resolve("vocab.json"), "{}");
    Files.createSymbolicLink(model.resolve("alias.json"), Path.of("vocab.json"));
    assertThat(ModelFiles.open(model).text("alias.json")).contains("{}");
  }

  @Test
  void opensASnapshotOfAHubCache() throws IOException {
    Path blobs = Files.createDirectories(folder.resolve("models--a--b/blobs"));
    Path unet = Files.createDirectories(folder.resolve("models--a--b/snapshots/0a1b/unet"));
    RawSafetensors.ofBytes(blobs.resolve("77aa"), "conv_in.weight", (byte) 4);
    Files.writeString(blobs.resolve("88bb"), "{\"layers\": 2}");
    Files.createSymbolicLink(
        unet.resolve("diffusion_pytorch_model.safetensors"), Path.of("../../../blobs/77aa"));
    Files.createSymbolicLink(unet.resolve("config.json"), Path.of("../../../blobs/88bb"));

    WeightIndex component = ModelFiles.open(unet);
    assertThat(component.weight("conv_in.weight").read().at(0)).isEqualTo(4);
    assertThat(component.text("config.json")).contains("{\"layers\": 2}");
    WeightIndex snapshot = ModelFiles.open(unet.resolveSibling(""));
    assertThat(snapshot.weights()).containsOnlyKeys("unet/conv_in.weight");
    assertThat(snapshot.text("unet/config.json")).contains("{\"layers\": 2}");
  }

  @Test
  void refusesTextsThatAreTooLargeOrNoText() throws IOException {
    Path model = model();
    Files.write(model.resolve("merges.txt"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    try (FileChannel channel =
        FileChannel.open(
            model.resolve("vocab.json"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(1), 64L << 20);
    }
    WeightIndex index = ModelFiles.open(model);
    assertRefused(index, "merges.txt", "is not UTF-8 text");
    assertRefused(index, "vocab.json", "has 67108865 bytes");
    assertThat(index.text("absent/vocab.json")).isEmpty();
  }
}
