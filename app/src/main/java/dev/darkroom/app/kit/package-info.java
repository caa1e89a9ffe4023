/// The kit for authors of plug-ins: projects to begin with, whose builds need nothing but Darkroom's own
/// folder, a JDK and Maven.
package dev.darkroom.app.kit;
