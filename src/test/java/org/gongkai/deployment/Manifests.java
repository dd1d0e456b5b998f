package org.gongkai.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The objects that an overlay deploys.
 *
 * @param name the name of the overlay
 * @param objects all objects
 */
record Manifests(String name, List<ObjectNode> objects) {

    /** Returns every overlay. */
    static Stream<Manifests> overlays() {
        return Stream.of("staging", "production", "country").map(Manifests::of);
    }

    /** Returns the overlay with a name. */
    static Manifests named(String name) {
        return overlays()
                .filter(overlay -> overlay.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    static Path folder(String name) {
        return Path.of("k8s", "overlays", name);
    }

    private static Manifests of(String name) {
        try {
            return new Manifests(name, Overlay.build(folder(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<ObjectNode> all(String kind) {
        return objects.stream().filter(object -> object.get("kind").asText().equals(kind));
    }

    /** Returns the only object of a kind. */
    ObjectNode the(String kind) {
        return theOnly(kind, all(kind).toList());
    }

    /** Returns the object of a kind with a name. */
    ObjectNode the(String kind, String object) {
        return theOnly(
                kind,
                all(kind)
                        .filter(one -> one.at("/metadata/name").asText().equals(object))
                        .toList());
    }

    private ObjectNode theOnly(String kind, List<ObjectNode> found) {
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " of " + kind + " in " + name);
        }
        return found.get(0);
    }

    /** Returns the servers that the service connects to: one with standbys, or the coordinator. */
    ObjectNode database() {
        return the("Cluster", "gongkai-database");
    }

    /** Returns the host that the service connects to, for all but roll-ups: the pool if there is one. */
    String databaseHost() {
        return all("Pooler")
                .map(pool -> pool.at("/metadata/name").asText())
                .findFirst()
                .orElse("gongkai-database-rw");
    }

    JsonNode settings() {
        return the("ConfigMap", "gongkai").get("data");
    }

    JsonNode pod() {
        return the("Deployment").at("/spec/template/spec");
    }

    JsonNode service() {
        return pod().at("/containers/0");
    }

    Stream<JsonNode> containers() {
        return Stream.of("initContainers", "containers").flatMap(list -> each(pod().get(list)));
    }

    String setting(String name) {
        return settings().required(name).asText();
    }

    /** Returns a setting in seconds, such as {@code 5s}. */
    Duration duration(String setting) {
        return Duration.parse("PT" + setting(setting));
    }

    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return name;
    }
}
