/// The front door: [dev.darkroom.core.Darkroom] opens models and makes pictures.
package dev.darkroom.core;
