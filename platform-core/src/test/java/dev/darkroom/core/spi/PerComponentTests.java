package dev.darkroom.core.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerComponentTests {

  @Test
  void oneValueIsForAll() {
    PerComponent<String> setting = parse("djl");
    assertThat(setting).isEqualTo(PerComponent.all("djl"));
    assertThat(setting.of(Component.UNET)).isEqualTo("djl");
  }

  @Test
  void theRestIsAutomaticUnlessAnEntryWithoutNameSaysOtherwise() {
    assertThat(parse("unet=djl").of(Component.VAE_DECODER)).isEqualTo("auto");
    assertThat(parse("unet=djl, onnx").of(Component.VAE_DECODER)).isEqualTo("onnx");
    assertThat(parse("onnx,unet=djl").of(Component.UNET)).isEqualTo("djl");
  }

  @Test
  void theMostExactNameWins() {
    PerComponent<String> setting = parse("vae=a,vae.encoder=b,text=c,text_encoder_2=d,e");
    assertThat(setting.of(Component.VAE_DECODER)).isEqualTo("a");
    assertThat(setting.of(Component.VAE_ENCODER)).isEqualTo("b");
    assertThat(setting.of(Component.TEXT_ENCODER)).isEqualTo("c");
    assertThat(setting.of(Component.TEXT_ENCODER_2)).isEqualTo("d");
    assertThat(setting.of(Component.UNET)).isEqualTo("e");
  }

  @Test
  void isWrittenAsItIsRead() {
    PerComponent<String> setting = parse("unet=djl,onnx,text=tf");
    assertThat(setting).hasToString("onnx,text=tf,unet=djl");
    assertThat(parse(setting.toString())).isEqualTo(setting);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "brain=djl|text_encoder_2",
        "unet=|missing",
        "djl,|missing",
        "unet=a,unet=b|two values for unet",
        "a,b|two values for the rest"
      })
  void refusesWhatCannotBeMeant(String text, String word) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("backend")
        .hasMessageContaining(word);
  }

  private static PerComponent<String> parse(String text) {
    return PerComponent.parse("backend", text, "auto", value -> value);
  }
}
