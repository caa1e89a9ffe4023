/// From the modules of a plug-in to its providers: one module layer each, stacked on the layers of the
/// plug-ins that it requires, and a start that neither exceptions nor endless loops get out of.
///
/// Nothing here keeps a plug-in's class loader alive: no exception of its classes, no ServiceLoader and
/// no thread outlives the start, and what a started plug-in holds goes when its [PluginLayer] goes.
package dev.darkroom.core.plugin.layer;
