/// Pictures on the Java side, and PNG files with their texts.
///
/// PNG files are read by `javax.imageio`; what surrounds it here checks what it trusts: checksums,
/// sizes, the length of texts. They are written here, because the JDK's writer never filters rows,
/// which makes files more than twice as large, and because a recipe must give the same bytes under
/// every JDK. Ground: knows tensors, files and errors. Processing of pictures belongs to extensions.
package dev.darkroom.core.image;
