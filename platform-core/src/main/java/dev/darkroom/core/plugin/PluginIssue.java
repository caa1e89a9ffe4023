package dev.darkroom.core.plugin;

/// A plug-in that cannot be used.
///
/// @param plugin the id where it is known, else the name of the provider's class or module
/// @param reason one sentence for people
public record PluginIssue(String plugin, String reason) {}
