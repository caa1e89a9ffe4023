/// What can differ in Darkroom: the interfaces that plug-in modules provide, and the records that
/// travel through them.
///
/// Providers are stateless and cheap; what they make is configured and closeable. Every interface
/// grows by default methods only, and a default says what its absence means. Nothing here knows an
/// engine, a web server or a file syntax.
package dev.darkroom.core.spi;
