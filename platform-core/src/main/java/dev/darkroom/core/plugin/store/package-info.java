/// The folder of installed plug-ins: private copies under the hash of their jar, one state file, and
/// what keeps several processes from getting in each other's way.
///
/// A process that is killed at any moment leaves the state from before its change or from after it: new
/// copies lie aside until the state file, which is replaced in one piece, names them, and old ones go
/// after it no longer does.
package dev.darkroom.core.plugin.store;
