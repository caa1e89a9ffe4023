/// The pure-Java backend: every primitive in plain loops, float32 in memory, sums in double.
///
/// It is the truth that the other backends are measured against, so it stays slow and obvious: no
/// native code, no fused operations, no composite of its own. Models, files and speed tricks do not
/// belong here.
package dev.darkroom.core.reference;
