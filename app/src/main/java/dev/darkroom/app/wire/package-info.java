/// What goes between a host and the programs that use it: how they find it, and the bodies of requests
/// and answers. Knows neither side.
package dev.darkroom.app.wire;
