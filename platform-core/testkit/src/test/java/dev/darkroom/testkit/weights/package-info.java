/// Tests of the core's package `weights`.
package dev.darkroom.testkit.weights;
