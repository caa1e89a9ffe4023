/// What this process has from its operating system.
package dev.darkroom.core.process;
