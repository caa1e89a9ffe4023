/// Runs tools whose libraries cannot be modules, each with a class loader of its own: `lib/maven`,
/// `lib/sigstore`.
package dev.darkroom.app.tool;
