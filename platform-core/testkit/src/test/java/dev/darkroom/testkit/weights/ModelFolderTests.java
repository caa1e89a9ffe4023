package dev.darkroom.testkit.weights;

import static dev.darkroom.testkit.weights.RawSafetensors.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.weights.ModelFiles;
import dev.darkroom.core.weights.WeightIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelFolderTests {

  @TempDir Path folder;

  private Path file(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return file;
  }

  private void weights(String path, String tensor, int value) throws IOException {
    RawSafetensors.ofBytes(file(path), tensor, (byte) value);
  }

  private void text(String path, String text) throws IOException {
    Files.writeString(file(path), text);
  }

  private static double value(WeightIndex index, String name) {
    return index.weight(name).read().at(0);
  }

  private static void assertRefused(Path path, String... parts) {
    assertThatThrownBy(() -> ModelFiles.open(path))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void opensAComponentFolder() throws IOException {
    text("config.json", "{\"a\": 1}");
    weights("diffusion_pytorch_model.safetensors", "conv_in.weight", 7);
    weights("diffusion_pytorch_model.fp16.safetensors", "conv_in.weight", 8);
    text("diffusion_pytorch_model.bin", "pickle");
    WeightIndex index = ModelFiles.open(folder);

    assertThat(index.location()).isEqualTo(folder);
    assertThat(index.weights().keySet()).containsExactly("conv_in.weight");
    assertThat(value(index, "conv_in.weight")).isEqualTo(7);
    assertThat(index.text("config.json")).contains("{\"a\": 1}");
    assertThat(index.text("absent.json")).isEmpty();
  }

  @Test
  void takesTheHalfPrecisionVariantWhereThePlainFileIsAbsent() throws IOException {
    weights("model.fp16.safetensors", "a", 8);
    weights("model.non_ema.safetensors", "a", 9);
    assertThat(value(ModelFiles.open(folder), "a")).isEqualTo(8);
  }

  @Test
  void takesTheOnlyFileWhateverItsNameAndAsksWhereThereAreSeveral() throws IOException {
    weights("mine.safetensors", "a", 1);
    assertThat(value(ModelFiles.open(folder), "a")).isEqualTo(1);
    weights("yours.safetensors", "a", 2);
    assertRefused(folder, folder.toString(), "mine.safetensors, yours.safetensors", "Give the");
  }

  @Test
  void joinsShards() throws IOException {
    weights("model-00001-of-00002.safetensors", "a", 1);
    weights("model-00002-of-00002.safetensors", "b", 2);
    String index =
        """
        {"metadata": {"total_size": 2}, "weight_map": {
          "a": "model-00001-of-00002.safetensors", "b": "model-00002-of-00002.safetensors"}}
        """;
    text("model.safetensors.index.json", index);

    WeightIndex model = ModelFiles.open(folder);
    assertThat(model.weights().keySet()).containsExactly("a", "b");
    assertThat(value(model, "b")).isEqualTo(2);
    WeightIndex byFile = ModelFiles.open(folder.resolve("model.safetensors.index.json"));
    assertThat(value(byFile, "a")).isEqualTo(1);
  }

  @Test
  void refusesShardsThatDoNotFitTheirIndex() throws IOException {
    Path index = folder.resolve("model.safetensors.index.json");
    weights("one.safetensors", "a", 1);
    text("model.safetensors.index.json", "{\"weight_map\": {\"a\": \"two.safetensors\"}}");
    assertRefused(folder, "two.safetensors", "no such file");
    text("model.safetensors.index.json", "{\"weight_map\": {\"b\": \"one.safetensors\"}}");
    assertRefused(folder, index.toString(), "tensor \"b\" is not in \"one.safetensors\"");
    text("model.safetensors.index.json", "{\"weight_map\": {\"a\": \"../one.safetensors\"}}");
    assertRefused(folder, index.toString(), "names no file beside it");
    text("model.safetensors.index.json", "{\"weight_map\": {\"a\": 3}}");
    assertRefused(folder, index.toString(), "names no file beside it");
    text("model.safetensors.index.json", "{\"weight_map\": []}");
    assertRefused(folder, index.toString(), "no \"weight_map\"");
    text("model.safetensors.index.json", "{\"weight_map\": {");
    assertRefused(folder, index.toString(), "is not JSON");
  }

  @Test
  void prefixesTheTensorsOfADiffusersFolder() throws IOException {
    String index =
        """
        {"_class_name": "StableDiffusionPipeline", "unet": ["diffusers", "UNet2DConditionModel"],
         "scheduler": ["diffusers", "DDIMScheduler"], "vae": [null, null],
         "safety_checker": ["stable_diffusion", "StableDiffusionSafetyChecker"],
         "image_encoder": ["transformers", "CLIPVisionModelWithProjection"],
         "requires_safety_checker": true}
        """;
    text("model_index.json", index);
    text("unet/config.json", "{\"in_channels\": 4}");
    weights("unet/diffusion_pytorch_model.safetensors", "conv_in.weight", 5);
    weights("vae/diffusion_pytorch_model.safetensors", "left.out", 5);
    text("scheduler/scheduler_config.json", "{}");
    text("safety_checker/config.json", "{}");
    text("safety_checker/pytorch_model.bin", "pickle");

    WeightIndex model = ModelFiles.open(folder);
    assertThat(model.weights().keySet()).containsExactly("unet/conv_in.weight");
    assertThat(model.weight("unet/conv_in.weight").name()).isEqualTo("unet/conv_in.weight");
    assertThat(value(model, "unet/conv_in.weight")).isEqualTo(5);
    assertThat(model.text("unet/config.json")).contains("{\"in_channels\": 4}");
    assertThat(model.text("model_index.json")).contains(index);
  }

  @Test
  void opensAFolderOfComponentsWithoutAnIndex() throws IOException {
    text("vae/config.json", "{}");
    weights("vae/diffusion_pytorch_model.safetensors", "a", 3);
    assertThat(value(ModelFiles.open(folder), "vae/a")).isEqualTo(3);
  }

  @Test
  void refusesFoldersWithoutUsableWeights() throws IOException {
    assertRefused(folder.resolve("absent"), "absent", "no such file or folder", "Check the path");
    assertRefused(folder, folder.toString(), "has no model weights");
    text("unet/config.json", "{}");
    text("model_index.json", "{\"unet\": [\"diffusers\", \"UNet2DConditionModel\"]}");
    assertRefused(folder, "unet", "config.json but no weights", "Download");
    text("unet/diffusion_pytorch_model.bin", "pickle");
    assertRefused(folder, "diffusion_pytorch_model.bin", "not read yet", ".safetensors");
    assertRefused(folder.resolve("unet"), "diffusion_pytorch_model.bin", "pickle");
    assertRefused(folder.resolve("unet/diffusion_pytorch_model.bin"), "pickle checkpoint");
    text("notes.txt", "no model");
    assertRefused(folder.resolve("notes.txt"), "no model that Darkroom knows");
    text("model_index.json", "{\"../unet\": [\"diffusers\", \"UNet2DConditionModel\"]}");
    assertRefused(folder, "\"../unet\" leads out of the model folder");
  }

  @Test
  void refusesAConfigurationThatIsNotJson() throws IOException {
    weights("model.safetensors", "a", 1);
    text("config.json", "{\"a\": ");
    assertRefused(folder, folder.resolve("config.json").toString(), "is not JSON", "Download");
    text("config.json", "[1]");
    assertRefused(folder, "config.json", "does not hold a JSON object");
    text("config.json", "{\"a\": 1, \"a\": 2}");
    assertRefused(folder, "config.json", "is not JSON", "\"a\"");
    text("config.json", "{} trailing");
    assertRefused(folder, "config.json", "is not JSON");
    Files.write(file("config.json"), new byte[] {'{', (byte) 0xC3, '}'});
    assertRefused(folder, "config.json", "is not UTF-8");
  }

  @Test
  void namesTheDamagedFileOfAFolder() throws IOException {
    RawSafetensors.write(
        file("model.safetensors"), "{" + entry("a", "F32", 4, 0, 16) + "}", new byte[9]);
    assertRefused(folder, folder.resolve("model.safetensors").toString(), "\"a\" ends at byte 16");
  }
}
