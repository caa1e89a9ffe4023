/// Finds out who signed a plug-in without a key, by a Sigstore bundle beside its jar. The work is done by a
/// tool with libraries of its own, in the folder `lib/sigstore`, which is loaded when there is a bundle.
package dev.darkroom.app.sigstore;
