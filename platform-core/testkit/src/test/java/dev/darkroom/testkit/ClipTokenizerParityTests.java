package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.tokenizer.ClipTokenizer;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every text of `pipelines/tokenizer.json` with the tokenizer of `tiny-sd`.
class ClipTokenizerParityTests {

  private static final Path FOLDER =
      Path.of(System.getProperty("darkroom.fixtures")).resolve("pipelines");

  @TestFactory
  Stream<DynamicTest> texts() {
    ClipTokenizer tokenizer = ClipTokenizer.read(FOLDER.resolve("tiny-sd/tokenizer"));
    JsonNode cases = JsonMapper.shared().readTree(FOLDER.resolve("tokenizer.json").toFile());
    assertThat(cases).isNotEmpty();
    return IntStream.range(0, cases.size())
        .mapToObj(i -> {
          String text = cases.path(i).path("text").stringValue();
          int[] expected =
              cases.path(i).path("ids").valueStream().mapToInt(JsonNode::intValue).toArray();
          return DynamicTest.dynamicTest(
              "text " + i,
              () -> assertThat(tokenizer.encodeWithSpecials(text)).containsExactly(expected));
        });
  }
}
