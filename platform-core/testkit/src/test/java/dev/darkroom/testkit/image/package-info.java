/// Tests of the core's package `image`.
package dev.darkroom.testkit.image;
