package dev.callboard.k8s;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Renders the part of kustomize that our manifests use, so that they can be checked where there is no kubectl. Anything
 * else in a kustomization is refused rather than left out: what is not understood is not tested.
 */
final class Kustomization {
    private static final Set<String> UNDERSTOOD =
            Set.of("apiVersion", "kind", "resources", "namespace", "images", "patches");

    private Kustomization() {}

    /** @return the rendered objects, each a tree of maps, lists and scalars, in the order they are listed */
    static List<Map<String, Object>> render(Path folder) {
        var kustomization = documents(folder.resolve("kustomization.yaml")).getFirst();
        for (var field : kustomization.keySet()) {
            if (!UNDERSTOOD.contains(field)) {
                throw new IllegalArgumentException(
                        folder + "/kustomization.yaml: " + field + " (expected one of " + UNDERSTOOD + ")");
            }
        }
        var objects = new ArrayList<Map<String, Object>>();
        for (var resource : strings(kustomization.get("resources"))) {
            var path = folder.resolve(resource).normalize();
            objects.addAll(Files.isDirectory(path) ? render(path) : documents(path));
        }
        for (var patch : maps(kustomization.get("patches"))) patch(objects, folder, patch);
        for (var image : maps(kustomization.get("images"))) tag(objects, image);
        if (kustomization.get("namespace") instanceof String namespace) {
            objects.stream()
                    .filter(object -> !object.get("kind").equals("Namespace"))
                    .forEach(object -> child(object, "metadata").put("namespace", namespace));
        }
        return objects;
    }

    static List<Map<String, Object>> documents(Path file) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (var in = Files.newBufferedReader(file)) {
            var documents = new ArrayList<Map<String, Object>>();
            for (var document : new Yaml(new SafeConstructor(options)).loadAll(in)) {
                if (document instanceof Map<?, ?> || document instanceof List<?>) documents.add(asMap(document, file));
            }
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    private static void patch(List<Map<String, Object>> objects, Path folder, Map<String, Object> patch) {
        var content = documents(folder.resolve((String) patch.get("path"))).getFirst();
        if (content.containsKey("operations")) {
            var kind = child(patch, "target").get("kind");
            var targets = objects.stream()
                    .filter(object -> object.get("kind").equals(kind))
                    .toList();
            if (targets.isEmpty()) throw new IllegalArgumentException(patch + ": no object of kind " + kind);
            for (var target : targets) maps(content.get("operations")).forEach(operation -> replace(target, operation));
            return;
        }
        var target = objects.stream()
                .filter(object -> object.get("kind").equals(content.get("kind"))
                        && name(object).equals(name(content)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(patch + ": no such " + content.get("kind")));
        merge(target, content);
    }

    /** RFC 6902, {@code replace} only: the value must be there already. */
    private static void replace(Map<String, Object> target, Map<String, Object> operation) {
        if (!"replace".equals(operation.get("op"))) throw new IllegalArgumentException("patch: " + operation);
        var path = List.of(((String) operation.get("path")).substring(1).split("/"));
        for (var key : path.subList(0, path.size() - 1)) target = child(target, key);
        if (!target.containsKey(path.getLast())) throw new IllegalArgumentException("patch: nothing at " + path);
        target.put(path.getLast(), operation.get("value"));
    }

    private static void merge(Map<String, Object> into, Map<String, Object> from) {
        from.forEach((key, value) -> {
            if (value instanceof List<?>)
                throw new IllegalArgumentException("patch: list at " + key + " not understood");
            if (value instanceof Map<?, ?> && into.get(key) instanceof Map<?, ?>)
                merge(child(into, key), child(from, key));
            else into.put(key, value);
        });
    }

    private static void tag(List<Map<String, Object>> objects, Map<String, Object> image) {
        for (var object : objects) {
            if (!(object.get("kind").equals("Deployment") || object.get("kind").equals("StatefulSet"))) continue;
            for (var container :
                    maps(child(child(child(object, "spec"), "template"), "spec").get("containers"))) {
                if (container.get("image").equals(image.get("name"))) {
                    container.put("image", image.get("name") + ":" + image.get("newTag"));
                }
            }
        }
    }

    static String name(Map<String, Object> object) {
        return (String) Objects.requireNonNull(child(object, "metadata").get("name"));
    }

    @SuppressWarnings("unchecked") // YAML maps of ours have string keys
    static Map<String, Object> child(Map<String, Object> object, String key) {
        var child = object.get(key);
        if (child == null) throw new IllegalArgumentException("nothing at " + key + " in " + object.keySet());
        return (Map<String, Object>) child;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> maps(Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object list) {
        return list == null ? List.of() : (List<String>) list;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object document, Path file) {
        if (document instanceof Map<?, ?> map) return (Map<String, Object>) map;
        if (document instanceof List<?> operations) return new LinkedHashMap<>(Map.of("operations", operations));
        throw new IllegalArgumentException(file + ": neither object nor list");
    }
}
