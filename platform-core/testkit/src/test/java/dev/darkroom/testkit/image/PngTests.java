package dev.darkroom.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.image.Image;
import dev.darkroom.core.image.Png;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PngTests {

  @TempDir Path folder;

  private static Image noise(int width, int height, int channels) {
    byte[] pixels = new byte[width * height * channels];
    new Random(1).nextBytes(pixels);
    return Image.of(width, height, channels, pixels);
  }

  private static Image gradient(int width, int height) {
    byte[] pixels = new byte[width * height * 3];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / 3 % width + i / 3 / width * (i % 3));
    }
    return Image.of(width, height, Image.RGB, pixels);
  }

  private static SequencedMap<String, String> texts() {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    texts.put("parameters", "a red apple\nNegative prompt: blurry, größe\nSteps: 20");
    texts.put("darkroom", "{\"prompt\":\"яблоко 🍎\"}");
    texts.put("Empty", "");
    return texts;
  }

  @Test
  void readsWhatItWrites() {
    for (Image image :
        new Image[] {
          noise(1, 1, 3), noise(7, 5, 4), noise(64, 3, 3), gradient(200, 100), noise(3, 400, 4)
        }) {
      Png read = Png.decode("memory", new Png(image, texts()).encode());
      assertThat(read.image()).isEqualTo(image);
      assertThat(read.texts()).containsExactlyEntriesOf(texts());
    }
  }

  @Test
  void writesTheSameBytesForTheSamePicture() {
    Png png = new Png(gradient(99, 77), texts());
    assertThat(png.encode()).isEqualTo(png.encode());
    assertThat(Png.decode("memory", png.encode()).encode()).isEqualTo(png.encode());
  }

  @Test
  void packsFlatPicturesTightly() {
    Image flat = Image.of(256, 256, Image.RGB, new byte[256 * 256 * 3]);
    assertThat(Png.of(flat).encode().length).isLessThan(256 * 256 * 3 / 50);
  }

  @Test
  void writesLatinTextPlainlyAndOtherTextAsUtf8() {
    String file =
        new String(new Png(noise(1, 1, 3), texts()).encode(), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("tEXtparameters\0a red apple\nNegative prompt: blurry, größe");
    String utf8 =
        new String("яблоко 🍎".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(file).contains("iTXtdarkroom\0\0\0\0\0{\"prompt\":\"" + utf8);
  }

  @Test
  void replacesTheZeroCharacterThatPngForbids() {
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    texts.put("a", "x\0y");
    Png read = Png.decode("memory", new Png(noise(1, 1, 3), texts).encode());
    assertThat(read.texts()).containsEntry("a", "x\uFFFDy");
  }

  @Test
  void refusesKeywordsThatPngForbids() {
    for (String keyword : new String[] {"", " a", "a ", "a  b", "a\nb", "я", "a".repeat(80)}) {
      SequencedMap<String, String> texts = new LinkedHashMap<>();
      texts.put(keyword, "x");
      assertThatThrownBy(() -> new Png(noise(1, 1, 3), texts).encode())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cannot be the keyword");
    }
    SequencedMap<String, String> longest = new LinkedHashMap<>();
    longest.put("é".repeat(79), "x");
    Png read = Png.decode("memory", new Png(noise(1, 1, 3), longest).encode());
    assertThat(read.texts()).isEqualTo(longest);
  }

  @Test
  void writesAFileWholeOrNotAtAll() throws IOException {
    Png png = new Png(gradient(8, 8), texts());
    Path path = folder.resolve("out.png");
    Files.writeString(path, "old");
    png.write(path);
    assertThat(Png.read(path)).isEqualTo(png);
    assertThat(folder.toFile().list()).containsExactly("out.png");

    for (Path place : new Path[] {folder.resolve("no/out.png"), path.resolve("x.png"), folder}) {
      assertThatThrownBy(() -> png.write(place))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageStartingWith("output: ")
          .hasMessageContaining(place.toString());
    }
    assertThat(folder.toFile().list()).containsExactly("out.png");
  }
}
