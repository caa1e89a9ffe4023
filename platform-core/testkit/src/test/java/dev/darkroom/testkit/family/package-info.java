/// Tests of the families of Stable Diffusion: what they recognise, what they refuse, and what they
/// make of prompts. Networks without files stand in for checkpoints where only shapes count.
package dev.darkroom.testkit.family;
