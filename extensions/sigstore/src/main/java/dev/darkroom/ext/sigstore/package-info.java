/// Checks Sigstore bundles of plug-ins without a network. A tool on a class path of its own: its libraries
/// share packages, so that they cannot be modules. Knows nothing of Darkroom.
@NullMarked
package dev.darkroom.ext.sigstore;

import org.jspecify.annotations.NullMarked;
