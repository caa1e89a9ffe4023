/// What there is to tell about models, backends and plug-ins: the records that commands print and write
/// as JSON, and that a host answers with.
package dev.darkroom.app.report;
