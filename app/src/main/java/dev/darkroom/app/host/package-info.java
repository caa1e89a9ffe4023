/// The host: a process that keeps models and engines open, and takes orders over HTTP from programs of
/// the same user on the same machine.
///
/// One class for each noun of the address (`PluginsEndpoint` answers below `/v1/plugins`), all of them
/// wired in `Routes`; `Guard` decides who is heard at all. What the endpoints do, the command line does
/// without a host, so nothing here draws or installs by itself.
package dev.darkroom.app.host;
