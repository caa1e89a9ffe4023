/// Tests of the core's package `tensor`.
package dev.darkroom.testkit.tensor;
