/// Fetches plug-ins from Maven repositories. A tool on a class path of its own: Maven's jars share
/// packages, so that they cannot be modules. Knows nothing of Darkroom.
@NullMarked
package dev.darkroom.ext.maven;

import org.jspecify.annotations.NullMarked;
