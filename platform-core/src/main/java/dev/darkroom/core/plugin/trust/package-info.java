/// Who vouches for a plug-in. A jar may come with a signature beside it; who checks it is given to the
/// plug-in host from outside.
package dev.darkroom.core.plugin.trust;
