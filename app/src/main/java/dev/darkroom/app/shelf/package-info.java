/// Looks after installed plug-ins, in this process or through a host that runs, with the same reports.
package dev.darkroom.app.shelf;
