package dev.darkroom.core.tokenizer;

import dev.darkroom.core.error.ModelFormatException;
import dev.darkroom.core.tokenizer.TokenizerData.AddedToken;
import dev.darkroom.core.tokenizer.Vocabulary.Pair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The vocabulary of a tokenizer folder: from `vocab.json` and `merges.txt`, or from
/// `tokenizer.json`, which holds both.
///
/// @param ids the tokens of the byte-pair encoding
/// @param vocabulary the same with their merges
/// @param added tokens that `tokenizer.json` lists beside them
record VocabularyFiles(
    Map<String, Integer> ids, Vocabulary vocabulary, Map<String, AddedToken> added) {

  static VocabularyFiles read(Path folder) {
    Path vocab = folder.resolve("vocab.json");
    Path merges = folder.resolve("merges.txt");
    Path whole = folder.resolve("tokenizer.json");
    boolean apart = Files.exists(vocab) && Files.exists(merges);
    return !apart && Files.exists(whole) ? readWhole(whole) : readApart(vocab, merges);
  }

  private static VocabularyFiles readApart(Path vocab, Path merges) {
    Map<String, Integer> ids = ids(vocab, JsonFile.read(vocab));
    List<Pair> pairs = new ArrayList<>();
    JsonFile.text(merges)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#version"))
        .forEach(line -> pairs.add(pair(merges, line)));
    return new VocabularyFiles(ids, Vocabulary.of(merges.toString(), ids, pairs), Map.of());
  }

  private static VocabularyFiles readWhole(Path file) {
    JsonNode root = JsonFile.read(file);
    JsonNode model = root.path("model");
    if (!model.path("end_of_word_suffix").asString("").equals(Vocabulary.WORD_END)) {
      throw new ModelFormatException(
          file.toString(), "is no tokenizer of CLIP's kind (byte pairs that end in \"</w>\").");
    }
    Map<String, Integer> ids = ids(file, model.path("vocab"));
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode merge : model.path("merges")) {
      pairs.add(
          merge.isArray() && merge.size() == 2
              ? new Pair(merge.path(0).asString(""), merge.path(1).asString(""))
              : pair(file, merge.asString("")));
    }
    return new VocabularyFiles(
        ids, Vocabulary.of(file.toString(), ids, pairs), added(file, root.path("added_tokens")));
  }

  private static Map<String, AddedToken> added(Path file, JsonNode tokens) {
    Map<String, AddedToken> added = new HashMap<>();
    for (JsonNode token : tokens) {
      String content = token.path("content").asString("");
      boolean normalized = token.path("normalized").asBoolean(false);
      added.put(content, new AddedToken(content, id(file, content, token.path("id")), normalized));
    }
    return added;
  }

  /// The ids in an object of tokens.
  static Map<String, Integer> ids(Path file, JsonNode vocabulary) {
    Map<String, Integer> ids = HashMap.newHashMap(vocabulary.size());
    for (Map.Entry<String, JsonNode> entry : vocabulary.properties()) {
      ids.put(entry.getKey(), id(file, entry.getKey(), entry.getValue()));
    }
    return ids;
  }

  private static int id(Path file, String token, JsonNode id) {
    if (!id.isInt() || id.intValue() < 0) {
      throw new ModelFormatException(
          file.toString(),
          "the id of \"%s\" must be a number from 0 up, it is %s. Get the file again."
              .formatted(token, id));
    }
    return id.intValue();
  }

  private static Pair pair(Path file, String line) {
    int blank = line.indexOf(' ');
    if (blank < 1 || blank == line.length() - 1 || blank != line.lastIndexOf(' ')) {
      throw new ModelFormatException(
          file.toString(), "\"%s\" is no merge of two tokens. Get the file again.".formatted(line));
    }
    return new Pair(line.substring(0, blank), line.substring(blank + 1));
  }
}
