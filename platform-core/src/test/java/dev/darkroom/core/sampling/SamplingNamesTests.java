package dev.darkroom.core.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.sampling.SamplingNames.Named;
import dev.darkroom.core.spi.Preset;
import dev.darkroom.core.spi.Sampling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SamplingNamesTests {

  private static final Sampling OWN = Sampling.of("sampler.own", "schedule.karras", 5);

  private static final Named SOLVER =
      new Named(
          "sampler.dpmpp-2m",
          "DPM++ 2M",
          List.of("DPM++ SDE"),
          List.of(
              Preset.of("DPM++ 3M", Map.of("order", "3")),
              Preset.on("Euler SGM", "schedule.trailing")));

  private final SamplingNames names =
      new SamplingNames(
          List.of(
              sampler("sampler.euler-a", "Euler a", "euler_ancestral"),
              SOLVER,
              sampler("sampler.dpmpp-sde", "DPM++ SDE", "shared"),
              sampler("sampler.runge", "Runge-Kutta 4/4", "Euler b"),
              sampler("sampler.deis", "DEIS"),
              sampler("sampler.deis-tab", "DEIS tAB", "deis", "sample_deis"),
              sampler("acme.euler-a", "Other", "shared")),
          List.of(
              schedule("model", "Automatic"),
              schedule("trailing", "Trailing"),
              schedule("karras", "Karras", Preset.of("ka", Map.of())),
              schedule("ays", "AYS", Preset.of("AYS XL", Map.of("table", "xl"))),
              schedule("exponential", "Exponential")));

  private static Named sampler(String id, String title, String... aliases) {
    return new Named(id, title, List.of(aliases), List.of());
  }

  private static Named schedule(String id, String title, Preset... presets) {
    return new Named("schedule." + id, title, List.of(), List.of(presets));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sampler.euler-a",
        "euler-a",
        "Euler a",
        "EULER A",
        " euler_a ",
        "eulera",
        "euler_ancestral",
        "k_euler_a",
        "k-euler-ancestral",
        "sample_euler_ancestral",
        "Euler-A!"
      })
  void understandsASpelling(String name) {
    assertThat(names.sampler(name)).isEqualTo(new SamplingName("sampler.euler-a", Map.of(), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "DPM++ 2M Karras, schedule.karras",
    "dpmpp_2m_karras, schedule.karras",
    "dpm++2m exponential, schedule.exponential",
    "k_dpmpp_2m_ka, schedule.karras",
    "DPM++ 2M Automatic, schedule.model",
    "DPM++ 2M, ''",
  })
  void splitsOffASchedule(String name, String schedule) {
    assertThat(names.sampler(name))
        .isEqualTo(new SamplingName("sampler.dpmpp-2m", Map.of(), schedule));
  }

  @Test
  void knowsNamesThatStandForSettings() {
    assertThat(names.sampler("DPM++ 3M").settings()).isEqualTo(Map.of("order", "3"));
    assertThat(names.sampler("DPM++ 3M AYS XL"))
        .isEqualTo(
            new SamplingName(
                "sampler.dpmpp-2m", Map.of("order", "3", "table", "xl"), "schedule.ays"));
    assertThat(names.sampler("euler sgm").schedule()).isEqualTo("schedule.trailing");
    assertThat(names.schedule("AYS XL").settings()).isEqualTo(Map.of("table", "xl"));
  }

  @Test
  void prefersATitleToAnAlias() {
    assertThat(names.sampler("DPM++ SDE").id()).isEqualTo("sampler.dpmpp-sde");
  }

  @Test
  void prefersAnIdToAnAlias() {
    assertThat(names.sampler("deis").id()).isEqualTo("sampler.deis");
  }

  @Test
  void takesANameAsItStandsBeforeItLeavesAPrefixOut() {
    assertThat(names.sampler("sample_deis").id()).isEqualTo("sampler.deis-tab");
    assertThat(names.sampler("k_deis").id()).isEqualTo("sampler.deis");
  }

  @Test
  void knowsNamesWithSlashes() {
    assertThat(names.sampler("runge kutta 4/4 karras"))
        .isEqualTo(new SamplingName("sampler.runge", Map.of(), "schedule.karras"));
  }

  @Test
  void refusesANameOfSeveral() {
    assertThatThrownBy(() -> names.sampler("shared"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("sampler.dpmpp-sde and acme.euler-a");
  }

  @ParameterizedTest
  @CsvSource({
    "Eulr a, Euler a",
    "DPM++ 2M Karas, DPM++ 2M Karras",
    "dpm 2m, DPM++ 2M",
  })
  void suggestsWhatMayHaveBeenMeant(String name, String meant) {
    assertThatThrownBy(() -> names.sampler(name))
        .isInstanceOfSatisfying(
            UnknownPluginException.class, e -> assertThat(e.known()).contains(meant))
        .hasMessageContaining("\"" + meant + "\"");
  }

  @Test
  void resolvesARequest() {
    Sampling given = new Sampling("DPM++ 3M Karras", Map.of("rho", "5"), "automatic", 9);
    assertThat(names.resolve(given, OWN))
        .isEqualTo(
            new Sampling(
                "sampler.dpmpp-2m", Map.of("order", "3", "rho", "5"), "schedule.karras", 9));
  }

  @Test
  void givenThingsWinOverThoseInTheName() {
    Sampling given = new Sampling("DPM++ 3M Karras", Map.of("order", "1"), "Exponential", 9);
    assertThat(names.resolve(given, OWN))
        .isEqualTo(
            new Sampling("sampler.dpmpp-2m", Map.of("order", "1"), "schedule.exponential", 9));
  }

  @Test
  void theDefaultIsTheModelsOwn() {
    Sampling own = OWN.withSettings(Map.of("order", "1"));
    assertThat(names.resolve(Sampling.of("Default", "Exponential", 9), own))
        .isEqualTo(new Sampling("sampler.own", Map.of("order", "1"), "schedule.exponential", 9));
  }
}
