package dev.darkroom.ext.model.mini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.ModelFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedModelTests {

  private static final Map<String, byte[]> FILES =
      Map.of(
          "model_index.json", "{}".getBytes(UTF_8),
          "unet/config.json", "{\"a\": 1}".getBytes(UTF_8),
          "unet/weights.safetensors", new byte[3_000_000]);

  @TempDir Path folder;
  private Path cache;
  private PackedModel packed;

  @BeforeEach
  void pack() throws IOException {
    cache = folder.resolve("cache");
    packed = pack("model.jar", FILES);
  }

  @Test
  void unpacksEveryFileAndNothingElse() throws IOException {
    Path model = packed.unpack(cache, "mini");
    assertThat(model.getParent()).isEqualTo(cache);
    assertThat(contents(model)).containsOnlyKeys(FILES.keySet());
    for (Map.Entry<String, byte[]> file : FILES.entrySet()) {
      assertThat(contents(model).get(file.getKey())).isEqualTo(file.getValue());
    }
    assertThat(cache).isDirectoryNotContaining(path -> !path.equals(model));
  }

  @Test
  void leavesWhatIsThereAlone() throws IOException {
    Path model = packed.unpack(cache, "mini");
    Path weights = model.resolve("unet/weights.safetensors");
    Object before = Files.readAttributes(weights, "unix:ino").get("ino");
    assertThat(packed.unpack(cache, "mini")).isEqualTo(model);
    assertThat(Files.readAttributes(weights, "unix:ino").get("ino")).isEqualTo(before);
  }

  @Test
  void repairsDamage() throws IOException {
    Path model = packed.unpack(cache, "mini");
    Files.delete(model.resolve("model_index.json"));
    Files.write(
        model.resolve("unet/weights.safetensors"),
        new byte[17],
        StandardOpenOption.TRUNCATE_EXISTING);
    assertThat(packed.unpack(cache, "mini")).isEqualTo(model);
    assertThat(contents(model).get("model_index.json")).isEqualTo(FILES.get("model_index.json"));
    assertThat(contents(model).get("unet/weights.safetensors")).hasSize(3_000_000);
  }

  @Test
  void otherContentsGetAnotherFolder() throws IOException {
    Map<String, byte[]> changed = new TreeMap<>(FILES);
    changed.put("unet/config.json", "{\"a\": 2}".getBytes(UTF_8));
    Path model = packed.unpack(cache, "mini");
    assertThat(pack("changed.jar", changed).unpack(cache, "mini")).isNotEqualTo(model);
  }

  @Test
  void severalMayUnpackAtOnce() throws Exception {
    List<Callable<Path>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> packed.unpack(cache, "mini"));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Path> call : threads.invokeAll(calls)) {
        assertThat(contents(call.get())).containsOnlyKeys(FILES.keySet());
      }
    }
    assertThat(cache)
        .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("."));
  }

  @Test
  void saysWhatToDoWhenTheCacheCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertThatThrownBy(() -> packed.unpack(file, "mini"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("cache folder");
  }

  @Test
  void refusesJarWithoutModel() throws IOException {
    PackedModel empty = pack("empty.jar", Map.of());
    assertThatThrownBy(() -> empty.unpack(cache, "mini"))
        .isInstanceOf(ModelFormatException.class)
        .hasMessageContaining("empty.jar");
  }

  private PackedModel pack(String name, Map<String, byte[]> files) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("other/file.txt"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new JarEntry(MiniModel.RESOURCES + "/" + file.getKey()));
        out.write(file.getValue());
      }
    }
    return new PackedModel(jar, MiniModel.RESOURCES);
  }

  private static Map<String, byte[]> contents(Path model) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(model)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(model.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }
}
