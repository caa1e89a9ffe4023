package dev.darkroom.app.wire;

import dev.darkroom.app.studio.EngineChoice;
import dev.darkroom.app.studio.Order;
import dev.darkroom.app.studio.RequestOptions;
import dev.darkroom.core.pipeline.Recipe;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/generate`. Everything may be missing.
///
/// @param job a name of the caller's choice, for `POST /v1/cancel`
/// @param prompt what the picture shows
/// @param recipe a picture to be made again
/// @param model folder or file of the model
/// @param picture what decides about the picture
/// @param engine where and how precisely to compute
public record GenerateBody(
    @Nullable String job,
    @Nullable String prompt,
    @Nullable Recipe recipe,
    @Nullable String model,
    @Nullable RequestOptions picture,
    @Nullable EngineChoice engine) {

  public static GenerateBody of(String job, Order order) {
    return new GenerateBody(
        job, order.prompt(), order.recipe(), order.model(), order.picture(), order.engine());
  }

  public Order order() {
    return new Order(
        prompt,
        recipe,
        model,
        picture == null ? new RequestOptions() : picture,
        engine == null ? new EngineChoice() : engine);
  }
}
