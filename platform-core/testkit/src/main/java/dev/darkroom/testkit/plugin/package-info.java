/// Plug-in jars made while a test runs: their sources are texts in the test.
package dev.darkroom.testkit.plugin;
