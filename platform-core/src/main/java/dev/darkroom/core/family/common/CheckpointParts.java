package dev.darkroom.core.family.common;

import dev.darkroom.core.arch.vae.KlConfig;
import dev.darkroom.core.arch.vae.TinyConfig;
import dev.darkroom.core.spi.Component;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds networks in folders. Each method gives nothing where the folder holds no such network.
public final class CheckpointParts {

  private CheckpointParts() {}

  public static Map<Component, CheckpointPart> unet(ComponentFolder folder) {
    if (!UnetReader.recognises(folder)) {
      return Map.of();
    }
    Network network = new Network.Denoiser(UnetReader.read(folder));
    return Map.of(Component.UNET, CheckpointPart.checked(folder, network));
  }

  public static Map<Component, CheckpointPart> text(Component component, ComponentFolder folder) {
    if (!ClipTextReader.recognises(folder)) {
      return Map.of();
    }
    Network network = new Network.Text(ClipTextReader.read(folder));
    return Map.of(component, CheckpointPart.checked(folder, network));
  }

  /// Decoder and encoder, whichever are there.
  public static Map<Component, CheckpointPart> autoencoder(ComponentFolder folder) {
    Map<Component, Network> networks = new LinkedHashMap<>();
    if (KlReader.hasDecoder(folder) || KlReader.hasEncoder(folder)) {
      KlConfig config = KlReader.read(folder);
      networks.put(Component.VAE_DECODER, new Network.KlDecoder(config));
      networks.put(Component.VAE_ENCODER, new Network.KlEncoder(config));
      networks.keySet().removeIf(component -> !holds(folder, component));
    } else if (TinyReader.hasDecoder(folder) || TinyReader.hasEncoder(folder)) {
      TinyConfig config = TinyReader.read(folder);
      networks.put(Component.VAE_DECODER, new Network.TinyDecoder(config));
      networks.put(Component.VAE_ENCODER, new Network.TinyEncoder(config));
      networks.keySet().removeIf(component -> !holds(folder, component));
    }
    Map<Component, CheckpointPart> parts = new LinkedHashMap<>();
    networks.forEach(
        (component, network) -> parts.put(component, CheckpointPart.checked(folder, network)));
    return parts;
  }

  private static boolean holds(ComponentFolder folder, Component component) {
    return component.equals(Component.VAE_DECODER)
        ? KlReader.hasDecoder(folder) || TinyReader.hasDecoder(folder)
        : KlReader.hasEncoder(folder) || TinyReader.hasEncoder(folder);
  }
}
