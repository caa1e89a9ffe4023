/// Holds the published interfaces against those of the last release, so that no plug-in is broken
/// unawares.
@NullMarked
package dev.darkroom.testkit.api;

import org.jspecify.annotations.NullMarked;
