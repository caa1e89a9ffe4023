package dev.darkroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.spi.ImageProcessor;
import dev.darkroom.core.spi.ParameterValues;
import dev.darkroom.core.spi.Size;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What every image processor owes: implement this in a test class and name the processor.
public interface ImageProcessorContract extends PluginContract<ImageProcessor> {

  @Override
  default String kind() {
    return "processor";
  }

  @TestFactory
  default Stream<DynamicTest> resultsHaveTheSizeThatItSays() {
    return SamplePictures.all().stream()
        .map(image -> DynamicTest.dynamicTest(image.toString(), () -> checkSize(image)));
  }

  private void checkSize(Image image) {
    Size expected = provider().resultSize(new Size(image.width(), image.height()), defaults());
    Image result = process(image);
    assertThat(new Size(result.width(), result.height())).isEqualTo(expected);
  }

  @Test
  default void samePictureGivesTheSameBits() {
    for (Image image : SamplePictures.all()) {
      assertThat(process(image)).isEqualTo(process(image));
    }
  }

  @Test
  default void threadsDoNotDisturbEachOther() {
    List<Image> pictures = SamplePictures.all();
    List<Image> alone = pictures.stream().map(this::process).toList();
    IntStream.range(0, 64)
        .parallel()
        .forEach(i -> {
          int index = i % pictures.size();
          assertThat(process(pictures.get(index))).isEqualTo(alone.get(index));
        });
  }

  private Image process(Image image) {
    return provider().process(image, defaults());
  }

  private ParameterValues defaults() {
    return provider().parameters().defaults();
  }
}
