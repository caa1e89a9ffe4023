package dev.darkroom.app.cli;

import dev.darkroom.app.GenerationClock;
import dev.darkroom.app.OutputPlace;
import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.pipeline.GenerationResult;
import dev.darkroom.core.pipeline.Model;
import dev.darkroom.core.pipeline.Picture;
import dev.darkroom.core.pipeline.Recipe;
import dev.darkroom.core.spi.Cancellation;
import dev.darkroom.core.spi.GenerationListener.Stage;
import dev.darkroom.core.spi.GenerationRequest;
import dev.darkroom.core.spi.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Makes batch after batch and writes each one's pictures as soon as they are done.
final class GenerationRun {

  private final Model model;
  private final OutputPlace place;
  private final GenerationClock clock;
  private final Cancellation cancellation;
  private final List<String> files = new ArrayList<>();
  private final List<Recipe> recipes = new ArrayList<>();

  GenerationRun(Model model, OutputPlace place, GenerationClock clock, Cancellation cancellation) {
    this.model = model;
    this.place = place;
    this.clock = clock;
    this.cancellation = cancellation;
  }

  /// Makes `count` batches with consecutive seeds.
  ///
  /// @param only the one picture of each batch that is written; empty for all
  GenerationReport run(GenerationRequest request, int count, OptionalInt only) {
    for (int i = 0; i < count; i++) {
      Seeds seeds = request.seeds();
      Seeds own = new Seeds(first(seeds, i), seeds.batch(), seeds.generator());
      GenerationResult result = model.generate(request.with(own), clock, cancellation);
      cancellation.check();
      List<Picture> pictures = result.pictures();
      List<Picture> wanted = only.isPresent() ? List.of(one(pictures, only.getAsInt())) : pictures;
      boolean several = place.several() || wanted.size() > 1;
      wanted.forEach(picture -> write(picture, several));
    }
    clock.end();
    List<Long> seeds = recipes.stream().map(Recipe::seed).toList();
    return new GenerationReport(List.copyOf(files), seeds, timings(), List.copyOf(recipes));
  }

  private static long first(Seeds seeds, int batch) {
    try {
      return Math.addExact(seeds.first(), Math.multiplyExact((long) batch, seeds.batch()));
    } catch (ArithmeticException e) {
      throw new InvalidRequestException(
          "seed",
          seeds.first() + " leaves no room for the seeds that follow; take a smaller one.",
          e);
    }
  }

  private static Picture one(List<Picture> pictures, int index) {
    if (index >= pictures.size()) {
      throw new InvalidRequestException(
          "from",
          "the recipe is of picture %d, but its scripts leave %d; leave --from out to keep all."
              .formatted(index + 1, pictures.size()));
    }
    return pictures.get(index);
  }

  /// Scripts may leave more pictures than the request says.
  private void write(Picture picture, boolean several) {
    OutputPlace numbered = new OutputPlace(place.folder(), place.name(), several);
    Path file = numbered.file(files.size() + 1, picture.recipe().seed());
    picture.save(file);
    files.add(file.toString());
    recipes.add(picture.recipe());
  }

  private GenerationReport.Timings timings() {
    return new GenerationReport.Timings(
        clock.seconds(Stage.LOADING),
        clock.seconds(Stage.CONDITIONING),
        clock.seconds(Stage.DENOISING),
        clock.seconds(Stage.DECODING),
        clock.stepSeconds(),
        clock.totalSeconds());
  }
}
