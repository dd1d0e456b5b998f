package org.gongkai.deployment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The objects that {@code kubectl kustomize} builds from a folder, built without it. The class knows the part of
 * Kustomize that the folders use and refuses the rest. Names of generated objects do not get the hash of their content.
 */
final class Overlay {

    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "components",
            "configMapGenerator",
            "images",
            "labels",
            "namespace",
            "patches",
            "resources");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final List<ObjectNode> objects;

    private Overlay(Path folder, List<ObjectNode> objects) {
        this.folder = folder;
        this.objects = objects;
    }

    static List<ObjectNode> build(Path folder) throws IOException {
        List<ObjectNode> objects = new ArrayList<>();
        new Overlay(folder, objects).apply();
        return objects;
    }

    /** Adds the objects of the folder, and changes those of the overlay that a component belongs to. */
    private void apply() throws IOException {
        JsonNode kustomization = documents(Files.readString(folder.resolve("kustomization.yaml")))
                .findFirst()
                .orElseThrow();
        refuseUnless(KNOWN.containsAll(names(kustomization)), "not one of " + KNOWN, kustomization);
        for (JsonNode resource : kustomization.path("resources")) {
            add(resource.asText());
        }
        for (JsonNode component : kustomization.path("components")) {
            new Overlay(folder.resolve(component.asText()), objects).apply();
        }
        for (JsonNode map : kustomization.path("configMapGenerator")) {
            generate(map);
        }
        for (JsonNode patch : kustomization.path("patches")) {
            patch(patch);
        }
        kustomization.path("labels").forEach(this::label);
        kustomization.path("images").forEach(this::image);
        if (kustomization.has("namespace")) {
            moveTo(kustomization.get("namespace").asText());
        }
    }

    /** Returns the documents of a file, with resolved anchors. */
    static Stream<JsonNode> documents(String yaml) {
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml);
        return StreamSupport.stream(documents.spliterator(), false).map(JSON::valueToTree);
    }

    private void add(String resource) throws IOException {
        Path path = folder.resolve(resource);
        if (Files.isDirectory(path)) {
            objects.addAll(build(path));
        } else {
            documents(Files.readString(path)).forEach(object -> objects.add((ObjectNode) object));
        }
    }

    private void generate(JsonNode generator) throws IOException {
        ObjectNode map = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").set("name", generator.get("name"));
        ObjectNode data = map.putObject("data");
        for (JsonNode file : generator.path("envs")) {
            Files.readAllLines(folder.resolve(file.asText())).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .forEach(setting -> data.put(setting[0], setting[1]));
        }
        for (JsonNode file : generator.path("files")) {
            data.put(file.asText(), Files.readString(folder.resolve(file.asText())));
        }
        if (generator.path("behavior").asText().equals("merge")) {
            merge(theOnly(map), map);
        } else {
            objects.add(map);
        }
    }

    private void patch(JsonNode patch) throws IOException {
        String content = Files.readString(folder.resolve(patch.get("path").asText()));
        JsonNode change = documents(content).findFirst().orElseThrow();
        if (!patch.has("target")) {
            merge(theOnly(change), change);
            return;
        }
        List<ObjectNode> targets = objects.stream()
                .filter(object -> object.get("kind").equals(patch.at("/target/kind")))
                .toList();
        refuseUnless(!targets.isEmpty(), "nothing to patch", patch);
        targets.forEach(target -> change.forEach(operation -> apply(target, operation)));
    }

    private static void apply(ObjectNode target, JsonNode operation) {
        JsonPointer path = JsonPointer.compile(operation.get("path").asText());
        JsonNode parent = target.at(path.head());
        String last = path.last().getMatchingProperty();
        switch (operation.get("op").asText()) {
            case "add" -> {
                refuseUnless(last.equals("-"), "not at the end", operation);
                ((ArrayNode) parent).add(operation.get("value"));
            }
            case "copy" ->
                ((ArrayNode) parent)
                        .insert(
                                path.last().getMatchingIndex(),
                                target.at(operation.get("from").asText()).deepCopy());
            default -> {
                refuseUnless(parent.has(last), "nothing to replace", operation);
                ((ObjectNode) parent).set(last, operation.get("value"));
            }
        }
    }

    /**
     * Replaces lists instead of merging them, because the keys of their elements are not known here. A value of {@code
     * null} removes a member.
     */
    private static void merge(ObjectNode target, JsonNode change) {
        for (Entry<String, JsonNode> field : change.properties()) {
            JsonNode old = target.get(field.getKey());
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else if (old != null && old.isObject()) {
                merge((ObjectNode) old, field.getValue());
            } else {
                refuseUnless(old == null || old.isValueNode(), "a list in place of another", change);
                target.set(field.getKey(), field.getValue());
            }
        }
    }

    private ObjectNode theOnly(JsonNode like) {
        List<ObjectNode> found = objects.stream()
                .filter(object -> object.get("kind").equals(like.get("kind"))
                        && object.at("/metadata/name").equals(like.at("/metadata/name")))
                .toList();
        refuseUnless(found.size() == 1, "there is no such object, or several", like);
        return found.get(0);
    }

    private void label(JsonNode labels) {
        refuseUnless(names(labels).equals(Set.of("pairs")), "more than pairs", labels);
        objects.forEach(object -> object.withObject("/metadata/labels").setAll((ObjectNode) labels.get("pairs")));
    }

    private void image(JsonNode image) {
        objects.stream()
                .flatMap(object -> Stream.of("/initContainers", "/containers")
                        .map(list -> object.at("/spec/template/spec" + list)))
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .filter(container -> container.get("image").equals(image.get("name")))
                .forEach(container -> ((ObjectNode) container)
                        .put(
                                "image",
                                image.get("newName").asText() + ":"
                                        + image.get("newTag").asText()));
    }

    private void moveTo(String namespace) {
        objects.stream()
                .filter(object -> !object.get("kind").asText().equals("Namespace"))
                .forEach(object -> object.withObject("/metadata").put("namespace", namespace));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Entry::getKey).collect(Collectors.toSet());
    }

    private static void refuseUnless(boolean holds, String what, JsonNode where) {
        if (!holds) {
            throw new IllegalArgumentException(what + ": " + where);
        }
    }
}
