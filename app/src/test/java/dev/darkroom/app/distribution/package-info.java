/// What is shipped: tests that run on the assembled folder after packaging, not on class folders.
package dev.darkroom.app.distribution;
