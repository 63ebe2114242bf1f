package dev.callboard.project.plan;

import dev.callboard.contracts.project.PlanFact;
import dev.callboard.contracts.project.PlanFact.PlanLocked;
import dev.callboard.contracts.project.PlanFact.PlanPublished;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import dev.callboard.kit.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.util.UUID;

/**
 * The instance that published dropped the cached plan after its commit, unless it died or Redis was away then. This
 * drops it again, and goes on only when Redis has taken it.
 */
@ApplicationScoped
class PlanCacheConsumer {
    @Inject
    PlanVersions versions;

    @Incoming("plan-cache")
    @Consumer("plan-cache")
    void on(Envelope<PlanFact> delivery) {
        switch (delivery.event()) {
            case PlanPublished published -> forget(published.projectId(), published.number());
            case PlanLocked _ -> {}
        }
    }

    private void forget(UUID projectId, int number) {
        // UNAVAILABLE counts as a failure of the infrastructure: tried again for as long as it lasts
        if (!versions.forget(projectId, number)) throw CommonProblem.UNAVAILABLE.of("cache");
    }
}
