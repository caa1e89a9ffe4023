package dev.darkroom.core.family.common;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.tensor.Shape;
import dev.darkroom.core.weights.Weight;
import dev.darkroom.core.weights.WeightIndex;
import dev.darkroom.core.weights.Weights;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The tensors and the configuration of one component, under the names of the current layout however
/// old the checkpoint is.
///
/// @param index the checkpoint
/// @param name the component's folder; empty where the checkpoint is that one component
public record ComponentFolder(WeightIndex index, String name) implements Weights {

  private String path(String entry) {
    return name.isEmpty() ? entry : name + "/" + entry;
  }

  public boolean has(String tensor) {
    return find(tensor).isPresent();
  }

  /// Any of the tensors whose names end in `suffix`.
  public Optional<Weight> anyEndingIn(String suffix) {
    return index.weights().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(path("")) && entry.getKey().endsWith(suffix))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// The shape of a tensor.
  ///
  /// @throws ModelFormatException if there is none
  public Shape shape(String tensor) {
    return get(tensor).shape();
  }

  /// The tensor under its current name, or under one of those that it had before.
  public Optional<Weight> find(String tensor) {
    return spellings(tensor)
        .map(spelling -> index.weights().get(path(spelling)))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  /// Text encoders lost `text_model.` in transformers 5; attentions of autoencoders had other names
  /// before diffusers 0.13.
  private static Stream<String> spellings(String tensor) {
    String shorter = tensor.startsWith("text_model.") ? tensor.substring(11) : tensor;
    String older =
        tensor
            .replace(".to_q.", ".query.")
            .replace(".to_k.", ".key.")
            .replace(".to_v.", ".value.")
            .replace(".to_out.0.", ".proj_attn.");
    return Stream.of(tensor, shorter, older);
  }

  @Override
  public Weight get(String tensor) {
    return find(tensor)
        .orElseThrow(() ->
            new ModelFormatException(
                index.location().toString(),
                "tensor " + path(tensor) + " is missing; download the model again."));
  }

  /// The file's name for messages.
  public String resource(String file) {
    return index.location().resolve(path(file)).toString();
  }

  /// A configuration file of the component.
  public Optional<ConfigFile> config(String file) {
    return index.text(path(file)).map(text -> ConfigFile.parse(resource(file), text));
  }

  /// The configuration of the component.
  public Optional<ConfigFile> config() {
    return config("config.json");
  }
}
