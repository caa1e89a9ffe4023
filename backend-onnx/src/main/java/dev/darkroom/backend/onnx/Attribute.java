package dev.darkroom.backend.onnx;

import java.util.List;

/// An attribute of an ONNX node, as the message `AttributeProto`.
record Attribute(ProtoMessage message) {

  private static final int NAME = 1;
  private static final int FLOAT = 2;
  private static final int INT = 3;
  private static final int STRING = 4;
  private static final int INTS = 8;
  private static final int TYPE = 20;

  static Attribute of(String name, long value) {
    return new Attribute(named(name, 2).put(INT, value));
  }

  static Attribute of(String name, double value) {
    return new Attribute(named(name, 1).put(FLOAT, (float) value));
  }

  static Attribute of(String name, String value) {
    return new Attribute(named(name, 3).put(STRING, value));
  }

  static Attribute of(String name, List<? extends Number> values) {
    ProtoMessage message = named(name, 7);
    values.forEach(value -> message.put(INTS, value.longValue()));
    return new Attribute(message);
  }

  private static ProtoMessage named(String name, int type) {
    return new ProtoMessage().put(NAME, name).put(TYPE, type);
  }
}
