/// Finds plug-ins. The only room that knows ServiceLoader: it checks ids, keeps what works, and turns
/// what does not into issues that people can read.
package dev.darkroom.core.plugin;
