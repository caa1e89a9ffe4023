/// How the commands use a host that runs.
package dev.darkroom.app.client;
