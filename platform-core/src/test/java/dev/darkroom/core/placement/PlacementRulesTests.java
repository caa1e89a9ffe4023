package dev.darkroom.core.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.core.error.BackendException;
import dev.darkroom.core.error.UnknownPluginException;
import dev.darkroom.core.spi.Device;
import dev.darkroom.core.tensor.DType;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacementRulesTests {

  private static final String AUTO = PlacementRules.AUTO;
  private static final Device CPU = Device.cpu("processor");

  private final FakeBackend first = FakeBackend.of("first", FakeBackend.withoutDriver(), CPU);
  private final FakeBackend second = FakeBackend.of("second", CPU);

  @Test
  void takesTheFirstThatWorks() {
    Placement placement = rules(first.unusable("no library"), second).decide(AUTO, AUTO, DType.F32);
    assertThat(placement.backend().id()).isEqualTo("second");
    assertThat(placement.rule()).contains("nothing was measured");
    assertThat(placement.fallback()).isEmpty();
  }

  @Test
  void takesTheFastestOfThePrecisionAskedFor() {
    PlacementRules rules =
        rules(
            List.of(
                speed("first", "F32", 2), speed("second", "F32", 1), speed("first", "BF16", 0.5)),
            first,
            second);
    Placement exact = rules.decide(AUTO, AUTO, DType.F32);
    assertThat(exact.backend().id()).isEqualTo("second");
    assertThat(exact.rule()).contains("fastest", "1.000 s", "2026-11-24");
    assertThat(rules.decide(AUTO, AUTO, DType.BF16).backend().id()).isEqualTo("first");
    assertThat(rules.decide("first", AUTO, DType.F32).backend().id()).isEqualTo("first");
  }

  @Test
  void measurementsOfAnotherVersionDoNotCount() {
    Speed old = new Speed("m", "s", "second", "cpu", "F32", "second 0.9", 1, "2026-11-24");
    Placement placement = rules(List.of(old), first, second).decide(AUTO, AUTO, DType.F32);
    assertThat(placement.backend().id()).isEqualTo("first");
  }

  @Test
  void measurementsOfWhatIsGoneDoNotCount() {
    List<Speed> speeds = List.of(speed("third", "F32", 1), speed("second", "F32", 1));
    Placement placement =
        rules(speeds, first, second.unusable("gone")).decide(AUTO, AUTO, DType.F32);
    assertThat(placement.backend().id()).isEqualTo("first");
  }

  @Test
  void aDeviceThatCannotBeUsedGivesWayToTheProcessorAndSaysSo() {
    Placement placement = rules(first, second).decide("first", "cuda", DType.F32);
    assertThat(placement.device()).isEqualTo(CPU);
    assertThat(placement.fallback())
        .hasValueSatisfying(
            text -> assertThat(text).contains("first", "cuda", "no driver", "processor"));
  }

  @Test
  void aNamedDeviceIsLookedForOnAllBackends() {
    FakeBackend third = FakeBackend.of("third", CPU, FakeBackend.cuda());
    Placement placement = rules(first, second, third).decide(AUTO, "cuda", DType.F32);
    assertThat(placement.backend().id()).isEqualTo("third");
    assertThat(placement.device().id()).isEqualTo("cuda");
    assertThat(placement.fallback()).isEmpty();
    assertThat(rules(first, second).decide(AUTO, "cuda", DType.F32).fallback()).isPresent();
  }

  @Test
  void unknownNamesAreAnsweredWithTheKnownOnes() {
    PlacementRules rules = rules(first, second);
    assertThatThrownBy(() -> rules.decide("abacus", AUTO, DType.F32))
        .isInstanceOf(UnknownPluginException.class)
        .hasMessageContaining("first, second");
    assertThatThrownBy(() -> rules.decide("first", "moon", DType.F32))
        .isInstanceOf(UnknownPluginException.class)
        .hasMessageContaining("cuda, cpu");
  }

  @Test
  void aNamedBackendThatCannotBeUsedIsAnErrorWithTheReason() {
    PlacementRules rules = rules(first.unusable("no library"));
    assertThatThrownBy(() -> rules.decide("first", AUTO, DType.F32))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("no library");
    assertThatThrownBy(() -> rules.decide(AUTO, AUTO, DType.F32))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("first: no library");
    assertThatThrownBy(() -> rules().decide(AUTO, AUTO, DType.F32))
        .isInstanceOf(BackendException.class)
        .hasMessageContaining("none is installed");
  }

  private static Speed speed(String backend, String precision, double seconds) {
    return new Speed("m", "s", backend, "cpu", precision, backend + " 1.0", seconds, "2026-11-24");
  }

  private static PlacementRules rules(FakeBackend... backends) {
    return rules(List.of(), backends);
  }

  private static PlacementRules rules(List<Speed> speeds, FakeBackend... backends) {
    return new PlacementRules(FakeBackend.plugins(backends), speeds);
  }
}
