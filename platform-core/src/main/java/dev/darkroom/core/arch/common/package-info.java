/// What several architectures are built from: named places in a network, residual blocks,
/// transformers over pictures, timestep embeddings.
///
/// A class belongs here once a second architecture needs it. Nothing here knows a checkpoint, a
/// configuration file or a backend.
package dev.darkroom.core.arch.common;
