/// What a plug-in jar holds, found without running any of its code: whether it is a sound archive, its
/// modules and those of its own libraries, and everything about them that Java would pass over in
/// silence.
package dev.darkroom.core.plugin.jar;
