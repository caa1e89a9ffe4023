/// Brings plug-ins from Maven repositories, when the user names one and never otherwise. The work is
/// done by a tool with libraries of its own, which cannot be modules, in the folder `lib/maven`.
package dev.darkroom.app.maven;
