/// Pictures on the Java side, and PNG files with their texts.
///
/// The PNG reader and writer are our own: `javax.imageio` adds a fifth of a second to a cold start,
/// pulls in the desktop module and its native libraries, and hides the texts behind a DOM. Ground:
/// knows tensors, files and errors. Processing of pictures belongs to extensions.
package dev.darkroom.core.image;
