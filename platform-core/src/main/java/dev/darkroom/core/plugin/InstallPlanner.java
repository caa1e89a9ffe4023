package dev.darkroom.core.plugin;

import dev.darkroom.core.error.InvalidRequestException;
import dev.darkroom.core.plugin.info.DescriptorText;
import dev.darkroom.core.plugin.info.Permission;
import dev.darkroom.core.plugin.info.PluginKinds;
import dev.darkroom.core.plugin.info.PluginState;
import dev.darkroom.core.plugin.info.PluginStatus;
import dev.darkroom.core.plugin.info.Problem;
import dev.darkroom.core.plugin.jar.PluginFolder;
import dev.darkroom.core.plugin.jar.PluginModules;
import dev.darkroom.core.plugin.jar.Trees;
import dev.darkroom.core.plugin.load.Conditions;
import dev.darkroom.core.plugin.load.Loading;
import dev.darkroom.core.plugin.store.Copies;
import dev.darkroom.core.plugin.store.Entry;
import dev.darkroom.core.plugin.store.Release;
import dev.darkroom.core.plugin.store.StoreState;
import dev.darkroom.core.plugin.trust.Signature;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out what installing a jar would do, on a copy in a scratch folder.
///
/// @param now what is installed
record InstallPlanner(
    PluginHostOptions.Trust trust, Conditions conditions, Copies copies, Snapshot now) {

  /// @throws InvalidRequestException if the jar is no plug-in
  InstallPlan plan(Path jar) {
    try {
      Path scratch = Files.createTempDirectory("darkroom-plan-");
      try {
        return plan(jar, scratch);
      } finally {
        Trees.delete(scratch);
      }
    } catch (IOException e) {
      throw new InvalidRequestException(
          "plugin", "%s cannot be looked at (%s).".formatted(jar, e), e);
    }
  }

  private InstallPlan plan(Path jar, Path scratch) throws IOException {
    PluginFolder folder = PluginFolder.copy(jar, scratch, trust.signatures().endings());
    Map<String, String> files = PluginFolder.hashes(scratch);
    DescriptorText text = folder.text();
    String sha256 = folder.sha256(files);
    InstallPlan.Jar looked =
        new InstallPlan.Jar(jar, sha256, text.descriptor(), trust.signatures().check(folder.jar()));
    Optional<InstalledPlugin> replaced =
        now.installed().stream()
            .filter(plugin -> plugin.id().equals(looked.descriptor().id()))
            .findFirst();
    Release release = new Release(sha256, files, text.fields(), "", words(looked), jar.toString());
    PluginModules modules = PluginModules.of(folder);
    return new InstallPlan(
        looked,
        replaced.orElse(null),
        new RightsReview(trust.scan(), now.state()).review(looked, replaced, folder),
        new InstallPlan.Findings(
            modules.descriptors().stream().map(ModuleDescriptor::name).toList(),
            provided(modules),
            problems(looked.signature(), release, new Scratch(copies, sha256, folder)),
            notes(text, modules, replaced, sha256)));
  }

  private static List<String> words(InstallPlan.Jar jar) {
    return jar.descriptor().permissions().stream().map(Permission::word).sorted().toList();
  }

  private static List<String> provided(PluginModules modules) {
    Map<String, List<String>> provided = modules.provided();
    return PluginKinds.all().stream()
        .flatMap(kind -> provided.getOrDefault(kind.getName(), List.of()).stream())
        .toList();
  }

  /// The copies that are installed, and the one that is looked at.
  private record Scratch(Copies installed, String sha256, PluginFolder scratch) implements Copies {
    @Override
    public PluginFolder folder(Release release) throws IOException {
      return release.sha256().equals(sha256) ? scratch : installed.folder(release);
    }

    @Override
    public List<String> changedFiles(Release release) throws IOException {
      return release.sha256().equals(sha256) ? List.of() : installed.changedFiles(release);
    }
  }

  /// What would be wrong if it were installed, with it and with those that work now.
  private List<Problem> problems(Signature signature, Release release, Copies scratch) {
    if (signature instanceof Signature.Bad bad) {
      return List.of(new Problem("Its signature is bad: " + bad.reason(), ""));
    }
    String id = release.parsed().id();
    Entry entry =
        now.state()
            .find(id)
            .map(old -> old.with(release).with(Entry.Use.ENABLED))
            .orElseGet(() -> Entry.of(id, release));
    StoreState wanted = now.state().with(entry).withConsent(release.sha256(), List.of());
    Loading.Result then =
        new Loading(scratch, conditions.withoutStarting(), now.result().loaded(), Map.of())
            .run(wanted);
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, PluginStatus> status : then.statuses().entrySet()) {
      boolean isOwn = status.getKey().equals(id);
      boolean worked = now.status(status.getKey()).state() == PluginState.ACTIVE;
      if (status.getValue().state() != PluginState.ACTIVE && (isOwn || worked)) {
        String reason = status.getValue().reason();
        problems.add(
            new Problem(isOwn ? reason : status.getKey() + " would stop working: " + reason, ""));
      }
    }
    return problems;
  }

  private static List<String> notes(
      DescriptorText text,
      PluginModules modules,
      Optional<InstalledPlugin> replaced,
      String sha256) {
    List<String> notes = new ArrayList<>();
    if (!text.unknownFields().isEmpty()) {
      notes.add("Its descriptor has fields that nobody knows: " + text.unknownFields() + ".");
    }
    if (provided(modules).isEmpty()) {
      notes.add(
          "It provides nothing to Darkroom itself; if it should, a `provides` is missing in its"
              + " module-info.");
    }
    if (modules.descriptors().stream().anyMatch(ModuleDescriptor::isAutomatic)) {
      notes.add("Some of its jars have no module-info and see every module of this program.");
    }
    if (replaced.stream().anyMatch(old -> old.release().sha256().equals(sha256))) {
      notes.add("It is installed already.");
    }
    return notes;
  }
}
