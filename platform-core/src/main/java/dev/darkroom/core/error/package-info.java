/// The one family of exceptions. Every room may throw them; nothing here knows any other room.
///
/// Foreign exceptions are wrapped where they enter, with file, tensor name, op and shapes in the
/// message.
package dev.darkroom.core.error;
