/// Measurements of backends: how fast a network of published sizes runs here, how much of what the
/// machine can do that is, and what it costs to load.
///
/// Uses backends and families through their interfaces only, prints nothing, and leaves no files.
package dev.darkroom.app.bench;
