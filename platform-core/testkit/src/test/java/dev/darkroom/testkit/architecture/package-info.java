/// The rules of the house, checked on the core's class files: who may look at whom, and what no room
/// may do. A new room gets its line in [Room]; a rule is never bent to let a class through.
package dev.darkroom.testkit.architecture;
