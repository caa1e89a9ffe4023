package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is wrong is said in one line, with the exit code of its kind, and leaves no file.
class BadInputTests {

  private static final int REQUEST = 2;
  private static final int FILE = 3;

  @TempDir Path folder;

  static Stream<Arguments> requests() {
    return Stream.of(
        wrong(REQUEST, "PROMPT", "generate"),
        wrong(REQUEST, "'apple'", "generate", "red", "apple"),
        wrong(REQUEST, "--stpes", "generate", "x", "--stpes", "3"),
        wrong(REQUEST, "Unmatched argument", "draw", "x"),
        wrong(REQUEST, "width", "generate", "x", "--width", "0"),
        wrong(REQUEST, "width", "generate", "x", "--width", "-8"),
        wrong(REQUEST, "multiple of 8", "generate", "x", "--width", "100"),
        wrong(REQUEST, "height", "generate", "x", "--height", "1000000"),
        wrong(REQUEST, "--height", "generate", "x", "--height", "99999999999"),
        wrong(REQUEST, "--width", "generate", "x", "--width", "wide"),
        wrong(REQUEST, "steps", "generate", "x", "--steps", "0"),
        wrong(REQUEST, "steps", "generate", "x", "--steps", "1001"),
        wrong(REQUEST, "cfg", "generate", "x", "--cfg", "NaN"),
        wrong(REQUEST, "cfg", "generate", "x", "--cfg", "Infinity"),
        wrong(REQUEST, "guidance-rescale", "generate", "x", "--guidance-rescale", "2"),
        wrong(REQUEST, "batch", "generate", "x", "--batch", "0"),
        wrong(REQUEST, "batch", "generate", "x", "--batch", "1000000000"),
        wrong(REQUEST, "count", "generate", "x", "--count", "0"),
        wrong(REQUEST, "count", "generate", "x", "--count", "2000000000", "--batch", "2"),
        wrong(REQUEST, "--seed", "generate", "x", "--seed", "-1"),
        wrong(REQUEST, "--seed", "generate", "x", "--seed", "9223372036854775808"),
        wrong(REQUEST, "seed", "generate", "x", "--seed", "9223372036854775807", "--count", "2"),
        wrong(REQUEST, "CUDA", "generate", "x", "--rng", "dice"),
        wrong(REQUEST, "clip-skip", "generate", "x", "--clip-skip", "0"),
        wrong(REQUEST, "Euler a", "generate", "x", "--sampler", "eular"),
        wrong(REQUEST, "Karras", "generate", "x", "--schedule", "carras"),
        wrong(REQUEST, "Known", "generate", "x", "--set", "unheard-of=1"),
        wrong(REQUEST, "between", "generate", "x", "--sampler", "ddim", "--set", "eta=7"),
        wrong(REQUEST, "between", "generate", "x", "--schedule", "karras", "--set", "rho=-1"),
        wrong(REQUEST, "reference", "generate", "x", "--backend", "abacus"),
        wrong(REQUEST, "cpu", "generate", "x", "--device", "moon"),
        wrong(REQUEST, "unet", "generate", "x", "--backend", "brain=onnx"),
        wrong(REQUEST, "two values", "generate", "x", "--backend", "unet=onnx,unet=reference"),
        wrong(REQUEST, "missing", "generate", "x", "--backend", "unet="),
        wrong(REQUEST, "f16", "generate", "x", "--precision", "f8"),
        wrong(REQUEST, "prompt", "generate", "apple ".repeat(10_000)),
        wrong(REQUEST, "list or info", "models"),
        wrong(REQUEST, "mini", "models", "info", "maxi"),
        wrong(REQUEST, "model-shape", "bench", "--model-shape", "sd0"),
        wrong(REQUEST, "steps", "bench", "--steps", "0"),
        wrong(REQUEST, "--inputs", "run", "."));
  }

  private static Arguments wrong(int code, String word, String... arguments) {
    return Arguments.of(code, word, List.of(arguments));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void saysWhatIsWrong(int code, String word, List<String> arguments) throws IOException {
    boolean generate = arguments.getFirst().equals("generate");
    List<String> place = generate ? List.of("--output", folder + "/") : List.of();
    Object[] all = Stream.concat(arguments.stream(), place.stream()).toArray();
    assertRefused(Outcome.of(all), code, word);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesPlacesThatCannotBeWritten() throws IOException {
    Path there = Files.createFile(folder.resolve("file"));
    Path inner = Files.createDirectory(folder.resolve("inner"));
    assertRefused(draw("--output", folder.resolve("no/such/a.png")), REQUEST, "no/such");
    assertRefused(draw("--output", there + "/a.png"), REQUEST, "output");
    assertRefused(draw("--output", folder.resolve("a.jpg")), REQUEST, ".png");
    assertRefused(draw("--output", "/proc/a.png"), REQUEST, "/proc");
    assertRefused(draw("--output", "/dev/null"), REQUEST, "/dev/null");
    assertThat(folder).isDirectoryContaining(there::equals).isDirectoryContaining(inner::equals);
    assertThat(folder.toFile().list()).hasSize(2);
  }

  private static Outcome draw(Object option, Object value) {
    return Outcome.of("generate", "x", option, value);
  }

  @Test
  void refusesFilesThatAreNoPicturesOrHaveNoRecipe() throws IOException {
    Path text = Files.writeString(folder.resolve("text.png"), "not a picture");
    Path plain = Pictures.plain(folder.resolve("plain.png"));
    Path damaged = Pictures.withRecipe(folder.resolve("damaged.png"), "{\"index\": 7");
    Path foolish = Pictures.withRecipe(folder.resolve("foolish.png"), "{}");
    assertRefused(Outcome.of("generate", "--from", folder.resolve("none.png")), FILE, "none.png");
    assertRefused(Outcome.of("generate", "--from", folder), FILE, folder.toString());
    assertRefused(Outcome.of("generate", "--from", text), FILE, "text.png");
    assertRefused(Outcome.of("generate", "--from", plain), FILE, "recipe");
    assertRefused(Outcome.of("generate", "--from", damaged), FILE, "damaged");
    assertRefused(Outcome.of("generate", "--from", foolish), FILE, "foolish.png");
    assertRefused(Outcome.of("info", text), FILE, "text.png");
    assertRefused(Outcome.of("info", plain), FILE, "recipe");
  }

  @Test
  void refusesModelsThatAreMissingOrDamaged() throws IOException {
    assertRefused(draw("--model", folder.resolve("none")), FILE, "none");
    assertRefused(draw("--model", Files.createDirectory(folder.resolve("empty"))), FILE, "empty");

    ModelCopy cut = ModelCopy.in(folder.resolve("cut"));
    byte[] weights = cut.read("unet/diffusion_pytorch_model.safetensors");
    cut.write("unet/diffusion_pytorch_model.safetensors", Arrays.copyOf(weights, 100_000));
    assertRefused(draw("--model", cut.folder()), FILE, "diffusion_pytorch_model.safetensors");

    ModelCopy garbled = ModelCopy.in(folder.resolve("garbled"));
    garbled.write("unet/config.json", "{\"block_out_channels\": [96,".getBytes());
    assertRefused(draw("--model", garbled.folder()), FILE, "config.json");

    ModelCopy wrong = ModelCopy.in(folder.resolve("wrong"));
    String config = new String(wrong.read("unet/config.json"));
    wrong.write("unet/config.json", config.replace("160", "128").getBytes());
    assertRefused(draw("--model", wrong.folder()), FILE, "unet");

    ModelCopy lacking = ModelCopy.in(folder.resolve("lacking"));
    Files.delete(lacking.folder().resolve("tokenizer/vocab.json"));
    assertRefused(draw("--model", lacking.folder()), FILE, "vocab.json");
    assertThat(folder).isDirectoryNotContaining("glob:**.png");
  }

  @Test
  void showsStackTraceOnlyWhenAsked() {
    Outcome outcome = Outcome.of("generate", "x", "--width", "0", "--stacktrace");
    assertThat(outcome.code()).isEqualTo(REQUEST);
    assertThat(outcome.err()).startsWith("darkroom: width").contains("\tat dev.darkroom.");
  }

  private static void assertRefused(Outcome outcome, int code, String word) {
    assertThat(outcome.err()).startsWith("darkroom: ").contains(word).hasLineCount(1);
    assertThat(outcome.err()).doesNotContain("\tat ");
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
    assertThat(outcome.out()).isEmpty();
  }
}
