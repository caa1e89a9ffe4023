/// Hooks that change classifier-free guidance.
package dev.darkroom.ext.guidance;
