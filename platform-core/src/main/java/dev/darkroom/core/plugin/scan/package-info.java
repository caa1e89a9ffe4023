/// Which rights the class files of a plug-in need, found without running them, to be held against what
/// it asks for. What needs which right is in `rights.txt`.
package dev.darkroom.core.plugin.scan;
