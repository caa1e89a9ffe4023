package dev.darkroom.app.wire;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// How requests and answers are read and written. Reading is strict: what is not understood is refused.
public final class Json {

  /// The largest body of a request, in bytes.
  public static final int MOST = 4 << 20;

  private static final int DEPTH = 64;
  private static final int DIGITS = 64;

  private static final JsonMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxDocumentLength(MOST)
                          .maxStringLength(MOST)
                          .maxNestingDepth(DEPTH)
                          .maxNumberLength(DIGITS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY))
          .build();

  private static final JsonMapper WRITER =
      JsonMapper.builder()
          .changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY))
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /// Pictures are long texts; who reads them asked for them.
  private static final JsonMapper LARGE =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build();

  private Json() {}

  /// @throws JacksonException if it is no JSON, or not of that type to the letter
  public static <T> T read(byte[] json, Class<T> type) {
    return STRICT.readValue(json, type);
  }

  /// Reads what a host answered. Fields that are not known are passed over.
  ///
  /// @throws JacksonException if it is no JSON, or of another type
  public static <T> T readLarge(byte[] json, Class<T> type) {
    return LARGE.readValue(json, type);
  }

  /// JSON in one line, without what is null.
  public static String text(Object value) {
    return WRITER.writeValueAsString(value);
  }
}
