/// From the graph that an architecture built to the graph that a backend compiles: composites become
/// primitives, and what nothing reads goes.
package dev.darkroom.core.lowering;
