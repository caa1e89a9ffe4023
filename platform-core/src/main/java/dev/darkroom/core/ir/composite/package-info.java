/// Ops that explain themselves in primitives. One record a file; the maths and its source stand
/// beside it. Backends may claim one and compute it natively.
package dev.darkroom.core.ir.composite;
