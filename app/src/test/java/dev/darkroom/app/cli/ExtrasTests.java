package dev.darkroom.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.core.image.Image;
import dev.darkroom.core.image.Png;
import dev.darkroom.core.pipeline.RecipeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Scripts, hooks, processors and upscalers, as pictures and their recipes show them.
class ExtrasTests {

  @TempDir Path folder;

  @Test
  void aScriptWrapsTheGenerationAndItsRecipeRepeatsIt() {
    Path sheet = folder.resolve("sheet.png");
    Outcome drawn = draw(sheet, "--script", "grid:count=3,columns=3,labels=false");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    assertThat(drawn.lines()).containsExactly(sheet.toString());
    assertThat(Png.read(sheet).image()).hasToString("192 x 64 RGB");
    JsonNode recipe = Outcome.of("info", sheet, "--json").json();
    JsonNode script = recipe.get("request").get("extras").get("scripts").get(0);
    assertThat(script.get("id").asString()).isEqualTo("script.grid");
    assertThat(script.get("settings").get("count").asString()).isEqualTo("3");
    assertThat(recipe.get("plugins").propertyNames()).contains("script.grid", "sampler.dpmpp-2m");
    assertThat(Outcome.of("info", sheet).out())
        .contains("\"script.grid:columns=3,count=3,labels=false\"");
    assertRepeated(sheet);
  }

  @Test
  void picturesThatAScriptPassesOnKeepTheirOwnRecipes() {
    Path place = folder.resolve("grid.png");
    draw(place, "--script", "grid:count=2,cells=true,columns=2,labels=false");
    Path second = folder.resolve("grid-3.png");
    JsonNode recipe = Outcome.of("info", second, "--json").json();
    assertThat(recipe.get("request").get("extras").get("scripts")).isEmpty();
    assertThat(recipe.get("request").get("seeds").get("first").asLong()).isEqualTo(5);
    assertRepeated(second);
    assertRepeated(folder.resolve("grid-1.png"));
    Image sheet = Png.read(folder.resolve("grid-1.png")).image();
    assertThat(sheet.at(64 + 10, 20, 0)).isEqualTo(Png.read(second).image().at(10, 20, 0));
  }

  @Test
  void scriptsNest() {
    Path place = folder.resolve("nested.png");
    String outer = "grid:axis=cfg,from=2,to=6,count=2,columns=2,labels=false";
    Outcome drawn =
        draw(place, "--script", outer, "--script", "grid:count=2,columns=1,labels=false");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    assertThat(Png.read(place).image()).hasToString("128 x 128 RGB");
    assertRepeated(place);
  }

  @Test
  void aHookChangesThePictureAndItsRecipeRepeatsIt() {
    Path plain = folder.resolve("plain.png");
    Path neutral = folder.resolve("neutral.png");
    Path hooked = folder.resolve("hooked.png");
    draw(plain);
    draw(neutral, "--hook", "guidance-interval");
    Outcome drawn = draw(hooked, "--hook", "guidance-interval:start=0.4");
    assertThat(drawn.code()).as(drawn.err()).isZero();
    assertThat(Png.read(neutral).image()).isEqualTo(Png.read(plain).image());
    assertThat(Png.read(hooked).image()).isNotEqualTo(Png.read(plain).image());
    assertThat(Outcome.of("info", hooked).out()).contains("hook.guidance-interval:start=0.4");
    assertRepeated(hooked);
    Path without = folder.resolve("without.png");
    Outcome.of("generate", "--from", hooked, "--hook", "none", "--output", without);
    assertThat(without).hasSameBinaryContentAs(plain);
  }

  @Test
  void whatIsDoneToAPictureLaterGoesIntoItsRecipe() {
    Path plain = folder.resolve("plain.png");
    Path large = folder.resolve("large.png");
    Path gray = folder.resolve("gray.png");
    draw(plain);
    Outcome upscaled = Outcome.of("upscale", plain, "--factor", 1.5, "--output", large);
    assertThat(upscaled.code()).as(upscaled.err()).isZero();
    Outcome processed =
        Outcome.of(
            "process", large, "--with", "grayscale", "--set", "amount=0.5", "--output", gray);
    assertThat(processed.code()).as(processed.err()).isZero();
    assertThat(processed.lines()).containsExactly(gray.toString());
    assertThat(Png.read(gray).image()).hasToString("96 x 96 RGB");
    assertThat(Outcome.of("info", gray).out())
        .contains("upscaler.lanczos:factor=1.5 processor.grayscale:amount=0.5");
    assertRepeated(large);
    assertRepeated(gray);
  }

  @Test
  void whatOtherProgramsWroteStays() {
    Path foreign = folder.resolve("foreign.png");
    Path inverted = folder.resolve("inverted.png");
    Pictures.write(foreign, Map.of(RecipeText.PARAMETERS_KEY, "a cat\nSteps: 20"));
    assertThat(Outcome.of("process", foreign, "--with", "invert", "--output", inverted).code())
        .isZero();
    assertThat(Png.read(inverted).texts()).isEqualTo(Png.read(foreign).texts());
    assertThat(Png.read(inverted).image().at(3, 3, 1)).isEqualTo(255);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--script=abacus | script \"abacus\". Known: grid",
        "--script=grid:count=0 | count: must be between 1 and 100",
        "--script=grid:colour=red | colour: unknown setting",
        "--script=grid:count | ID:name=value",
        "--hook=abacus | hook \"abacus\". Known: guidance-interval",
        "--hook=guidance-interval:start=2 | start: must be between",
      })
  void refusesWhatItCannotDoBeforeItDraws(String option, String reason) {
    Outcome outcome = draw(folder.resolve("x.png"), option);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).hasLineCount(1).contains(reason);
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "upscale --factor 9 | factor: must be between 1.0 and 8.0",
        "upscale --with abacus | upscaler \"abacus\". Known: bicubic, bilinear, lanczos, nearest",
        "process --with invert --set x=1 | x: there are no settings",
      })
  void refusesWhatProcessorsCannotDo(String command, String reason) {
    Path plain = Pictures.plain(folder.resolve("plain.png"));
    List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
    words.addAll(List.of(plain, "--output", folder.resolve("out.png")));
    Outcome outcome = Outcome.of(words.toArray());
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).hasLineCount(1).contains(reason);
    assertThat(folder.resolve("out.png")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scripts", "hooks", "processors", "upscalers"})
  void listsWhatIsInstalled(String command) {
    Outcome outcome = Outcome.of(command);
    assertThat(outcome.code()).isZero();
    JsonNode plugins = Outcome.of(command, "--json").json().get("plugins");
    assertThat(plugins).isNotEmpty();
    plugins.forEach(plugin ->
        assertThat(outcome.out())
            .contains(plugin.get("id").asString(), plugin.get("summary").asString()));
  }

  private void assertRepeated(Path picture) {
    Path again = folder.resolve("again.png");
    Outcome outcome = Outcome.of("generate", "--from", picture, "--output", again);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(again).hasSameBinaryContentAs(picture);
  }

  private static Outcome draw(Path file, Object... options) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("generate", "x", "--seed", 4, "--steps", 2, "--width", 64, "--height", 64));
    arguments.addAll(List.of("--output", file));
    arguments.addAll(List.of(options));
    return Outcome.of(arguments.toArray());
  }
}
