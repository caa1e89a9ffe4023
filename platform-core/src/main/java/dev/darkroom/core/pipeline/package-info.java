/// From a request to pictures: condition, denoise, decode; and the recipe that makes a picture again.
///
/// Knows families, samplers and backends by their interfaces only, and finds them by id.
package dev.darkroom.core.pipeline;
