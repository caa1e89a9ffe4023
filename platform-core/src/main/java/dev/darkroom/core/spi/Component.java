package dev.darkroom.core.spi;

/// One network of a model, by a stable id: the folder of the diffusers layout, with the direction
/// behind a dot where one folder holds two graphs.
public record Component(String id) {

  public static final Component TEXT_ENCODER = new Component("text_encoder");
  public static final Component TEXT_ENCODER_2 = new Component("text_encoder_2");
  public static final Component UNET = new Component("unet");
  public static final Component VAE_DECODER = new Component("vae.decoder");
  public static final Component VAE_ENCODER = new Component("vae.encoder");

  /// The folder that holds the weights.
  public String folder() {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }

  @Override
  public String toString() {
    return id;
  }
}
