package dev.darkroom.backend.tf;

import org.tensorflow.internal.c_api.TF_Operation;

/// One result of an operation in a TensorFlow graph.
record Edge(TF_Operation operation, int index) {}
