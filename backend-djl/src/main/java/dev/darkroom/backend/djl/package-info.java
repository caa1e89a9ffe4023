/// Runs graphs with PyTorch through DJL.
package dev.darkroom.backend.djl;
