/// The graph language in which every model is written once and which every backend compiles.
///
/// [Graph]s are immutable and made by [GraphBuilder] only. [Op.Primitive]s are what backends must
/// know; [Op.Composite]s (package `ir.composite`) explain themselves in primitives. Shapes are
/// checked while a graph is built; dimensions may be named so that one graph serves every size.
/// No architecture, file format or backend belongs here.
package dev.darkroom.core.ir;
