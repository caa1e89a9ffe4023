/// Runs graphs with TensorFlow.
package dev.darkroom.backend.tf;
