/// Pictures on the Java side, and PNG files with their texts.
///
/// PNG files are read and written by `javax.imageio`; what surrounds it here checks what it trusts:
/// checksums, sizes, the length of texts. Ground: knows tensors, files and errors. Processing of
/// pictures belongs to extensions.
package dev.darkroom.core.image;
