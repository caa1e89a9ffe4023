/// Processors for pictures. Opacity stays as it is.
package dev.darkroom.ext.processors;
