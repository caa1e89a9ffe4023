/// What computes where: the choice of backend, device and precision for each component, and the speeds
/// that it goes by.
package dev.darkroom.core.placement;
