/// Which of the installed plug-ins can be used, in which order they are started, and what came of it.
/// One that cannot be used takes those along that require it, and nothing else.
package dev.darkroom.core.plugin.load;
