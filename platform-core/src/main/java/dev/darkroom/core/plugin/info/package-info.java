/// What is known of a plug-in: what its jar says of itself in `META-INF/darkroom/plugin.properties`, and
/// how it fares. Values only; knows no files of the user and loads no code.
package dev.darkroom.core.plugin.info;
