/// Contracts that a plug-in proves by inheriting one interface, and the reference data.
///
/// A backend's test class implements [dev.darkroom.testkit.BackendContract] and says which provider
/// it means; JUnit finds the cases. Expected values are literals or come from plain loops over
/// indices ([Grid], [Formulas]), never from a backend. Nothing here knows a particular plug-in.
package dev.darkroom.testkit;
