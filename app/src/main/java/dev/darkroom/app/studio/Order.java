package dev.darkroom.app.studio;

import dev.darkroom.core.pipeline.Recipe;
import org.jspecify.annotations.Nullable;

/// What is wanted of a studio: one batch of pictures.
///
/// @param prompt what the picture shows; null for what the recipe says
/// @param recipe a picture to be made again, changed by whatever else is given; null for none
/// @param model folder or file of the model; null for the default one
/// @param picture what decides about the picture
/// @param engine where and how precisely to compute
public record Order(
    @Nullable String prompt,
    @Nullable Recipe recipe,
    @Nullable String model,
    RequestOptions picture,
    EngineChoice engine) {}
