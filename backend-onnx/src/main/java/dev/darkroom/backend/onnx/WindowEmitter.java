package dev.darkroom.backend.onnx;

import dev.darkroom.core.ir.Contraction;
import dev.darkroom.core.ir.Reduction.Pool2d;
import dev.darkroom.core.ir.Window;
import java.util.ArrayList;
import java.util.List;

/// Says matrix products, convolutions and pools in ONNX.
final class WindowEmitter {

  private WindowEmitter() {}

  static String emit(Emission out, Contraction op, Call call) {
    return switch (op) {
      case Contraction.MatMul _ -> out.apply("MatMul", call.names());
      case Contraction.Conv2d(Window window, int groups) -> {
        List<Attribute> attributes = attributes(window);
        attributes.add(Attribute.of("group", groups));
        yield out.apply("Conv", call.names(), attributes.toArray(Attribute[]::new));
      }
    };
  }

  static String pool(Emission out, Pool2d.Kind kind, Window window, Call call) {
    String operator =
        switch (kind) {
          case MAX -> "MaxPool";
          case MEAN -> "AveragePool";
        };
    return out.apply(operator, call.names(), attributes(window).toArray(Attribute[]::new));
  }

  private static List<Attribute> attributes(Window window) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(Attribute.of("kernel_shape", List.of(window.height(), window.width())));
    attributes.add(Attribute.of("strides", List.of(window.stride(), window.stride())));
    attributes.add(Attribute.of("dilations", List.of(window.dilation(), window.dilation())));
    attributes.add(
        Attribute.of(
            "pads", List.of(window.top(), window.left(), window.bottom(), window.right())));
    return attributes;
  }
}
