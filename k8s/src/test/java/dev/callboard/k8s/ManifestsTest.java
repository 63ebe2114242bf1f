package dev.callboard.k8s;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static dev.callboard.k8s.Kustomization.child;
import static dev.callboard.k8s.Kustomization.maps;
import static dev.callboard.k8s.Kustomization.name;
import static org.assertj.core.api.Assertions.assertThat;

class ManifestsTest {
    private static final List<String> SERVICES =
            List.of("user-service", "account-service", "project-service", "report-service", "platform-gateway");

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/local"})
    void every_rendered_object_is_one_that_a_strict_api_server_takes(String folder) {
        var objects = Kustomization.render(Path.of(folder));

        assertThat(objects).hasSizeGreaterThan(20);
        assertThat(objects.stream().flatMap(object -> StrictSchema.fault(object).stream()))
                .isEmpty();
    }

    @Test
    void a_planted_typo_is_found() {
        var deployment = local("Deployment", "user-service");
        var container = container(deployment);
        container.put("readinesProbe", container.remove("readinessProbe"));

        assertThat(StrictSchema.fault(deployment)).get().asString().contains("readinesProbe");
    }

    @Test
    void a_planted_wrong_type_is_found() {
        var autoscaler = local("HorizontalPodAutoscaler", "user-service");
        child(autoscaler, "spec").put("maxReplicas", "many");

        assertThat(StrictSchema.fault(autoscaler)).get().asString().contains("many");
    }

    @Test
    void a_planted_wrong_kind_is_found() {
        var service = local("Service", "user-service");
        service.put("kind", "Servise");

        assertThat(StrictSchema.fault(service)).get().asString().contains("Servise");
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_is_reached_scaled_and_kept_in_numbers(String service) {
        assertThat(child(child(local("Service", service), "spec"), "selector")).isEqualTo(podLabelsThatSelect(service));
        var autoscaler = child(base("HorizontalPodAutoscaler", service), "spec");
        assertThat(child(autoscaler, "scaleTargetRef")).containsEntry("name", service);
        assertThat((Integer) autoscaler.get("minReplicas")).isGreaterThanOrEqualTo(2);
        assertThat(child(base("PodDisruptionBudget", service), "spec")).containsEntry("minAvailable", 1);
        assertThat(child(base("Deployment", service), "spec")).doesNotContainKey("replicas");
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_is_watched_on_its_management_port(String service) {
        var container = container(base("Deployment", service));

        for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(child(child(container, probe), "httpGet")).containsEntry("port", "management");
        }
        var served = maps(child(base("Service", service), "spec").get("ports"));
        assertThat(served).noneMatch(port -> "management".equals(port.get("targetPort")));
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_runs_without_rights_and_writes_nothing_to_its_image(String service) {
        var deployment = base("Deployment", service);
        var pod = child(child(child(deployment, "spec"), "template"), "spec");
        var container = child(container(deployment), "securityContext");

        assertThat(child(pod, "securityContext")).containsEntry("runAsNonRoot", true);
        assertThat(pod).containsEntry("automountServiceAccountToken", false);
        assertThat(container).containsEntry("readOnlyRootFilesystem", true);
        assertThat(container).containsEntry("allowPrivilegeEscalation", false);
        assertThat(child(container, "capabilities")).containsEntry("drop", List.of("ALL"));
        assertThat(child(child(container(deployment), "resources"), "limits")).containsOnlyKeys("memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/local"})
    void whatever_a_pod_refers_to_is_there(String folder) {
        var objects = Kustomization.render(Path.of(folder));
        for (var deployment :
                objects.stream().filter(o -> o.get("kind").equals("Deployment")).toList()) {
            var container = container(deployment);
            for (var source : maps(container.get("envFrom"))) {
                var kind = source.containsKey("secretRef") ? "Secret" : "ConfigMap";
                var reference = child(source, source.keySet().iterator().next()).get("name");
                assertThat(objects).anyMatch(o -> o.get("kind").equals(kind) && name(o).equals(reference));
            }
            for (var variable : maps(container.get("env"))) {
                if (!(variable.get("valueFrom") instanceof Map<?, ?> from) || !from.containsKey("secretKeyRef"))
                    continue;
                var reference = child(child(variable, "valueFrom"), "secretKeyRef");
                assertThat(objects)
                        .anyMatch(o -> o.get("kind").equals("Secret")
                                && name(o).equals(reference.get("name"))
                                && child(o, "stringData").containsKey(reference.get("key")));
            }
        }
    }

    @Test
    void nothing_talks_to_anything_unless_it_is_said() {
        var all = child(base("NetworkPolicy", "deny-all"), "spec");

        assertThat(child(all, "podSelector")).isEmpty();
        assertThat(all)
                .containsEntry("policyTypes", List.of("Ingress", "Egress"))
                .doesNotContainKeys("ingress", "egress");
    }

    @Test
    void the_base_makes_no_secret() {
        assertThat(Kustomization.render(Path.of("base")))
                .noneMatch(object -> object.get("kind").equals("Secret"));
    }

    private static Stream<String> services() {
        return SERVICES.stream();
    }

    private static Map<String, Object> podLabelsThatSelect(String service) {
        var template = child(child(base("Deployment", service), "spec"), "template");
        return Map.of(
                "app.kubernetes.io/name",
                child(child(template, "metadata"), "labels").get("app.kubernetes.io/name"));
    }

    private static Map<String, Object> container(Map<String, Object> deployment) {
        return maps(child(child(child(deployment, "spec"), "template"), "spec").get("containers"))
                .getFirst();
    }

    private static Map<String, Object> base(String kind, String name) {
        return find("base", kind, name);
    }

    private static Map<String, Object> local(String kind, String name) {
        return find("overlays/local", kind, name);
    }

    private static Map<String, Object> find(String folder, String kind, String name) {
        return Kustomization.render(Path.of(folder)).stream()
                .filter(object ->
                        object.get("kind").equals(kind) && name(object).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
