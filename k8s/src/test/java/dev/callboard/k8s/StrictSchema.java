package dev.callboard.k8s;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The models of the Kubernetes API as a strict schema. They have two checks and each misses what the other finds:
 * {@code validateJsonElement} unknown and missing fields, reading as an object wrong types.
 */
final class StrictSchema {
    private static final Map<String, Model> MODELS = Map.ofEntries(
            Map.entry("v1/ConfigMap", new Model(V1ConfigMap.class, V1ConfigMap::validateJsonElement)),
            Map.entry("v1/Namespace", new Model(V1Namespace.class, V1Namespace::validateJsonElement)),
            Map.entry(
                    "v1/PersistentVolumeClaim",
                    new Model(V1PersistentVolumeClaim.class, V1PersistentVolumeClaim::validateJsonElement)),
            Map.entry("v1/Secret", new Model(V1Secret.class, V1Secret::validateJsonElement)),
            Map.entry("v1/Service", new Model(V1Service.class, V1Service::validateJsonElement)),
            Map.entry("v1/ServiceAccount", new Model(V1ServiceAccount.class, V1ServiceAccount::validateJsonElement)),
            Map.entry("apps/v1/Deployment", new Model(V1Deployment.class, V1Deployment::validateJsonElement)),
            Map.entry("apps/v1/StatefulSet", new Model(V1StatefulSet.class, V1StatefulSet::validateJsonElement)),
            Map.entry(
                    "autoscaling/v2/HorizontalPodAutoscaler",
                    new Model(V2HorizontalPodAutoscaler.class, V2HorizontalPodAutoscaler::validateJsonElement)),
            Map.entry("networking.k8s.io/v1/Ingress", new Model(V1Ingress.class, V1Ingress::validateJsonElement)),
            Map.entry(
                    "networking.k8s.io/v1/NetworkPolicy",
                    new Model(V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement)),
            Map.entry(
                    "policy/v1/PodDisruptionBudget",
                    new Model(V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement)));

    private record Model(Class<?> type, Check fields) {}

    private interface Check {
        void of(JsonElement object) throws IOException;
    }

    private StrictSchema() {}

    /** @return what is wrong with the object, in the words of the model; empty when nothing is */
    static Optional<String> fault(Map<String, Object> object) {
        var kind = object.get("apiVersion") + "/" + object.get("kind");
        var model = MODELS.get(kind);
        if (model == null) return Optional.of(kind + ": no such kind");
        var json = new Gson().toJsonTree(object);
        try {
            model.fields.of(json);
            var unused = JSON.getGson().fromJson(json, model.type);
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | JsonParseException | IllegalStateException e) {
            return Optional.of(kind + " " + Kustomization.name(object) + ": " + e.getMessage());
        }
    }
}
