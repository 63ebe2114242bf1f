package dev.callboard.account.funds;

import dev.callboard.contracts.project.ProjectFact;
import dev.callboard.contracts.project.ProjectFact.ProjectClosed;
import dev.callboard.contracts.project.ProjectFact.ProjectOpened;
import dev.callboard.contracts.project.ProjectFact.ProjectRefused;
import dev.callboard.contracts.project.ProjectFact.ProjectRenamed;
import dev.callboard.contracts.project.ProjectFact.ProjectSuspended;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Which projects still count against the quota. */
@ApplicationScoped
class ProjectFeed {
    @Inject
    Holds holds;

    @Incoming("project-facts")
    @Consumer("project-facts")
    void on(Envelope<ProjectFact> delivery) {
        switch (delivery.event()) {
            case ProjectClosed closed -> holds.projectClosed(closed.projectId());
            // The quota counts what is paid for or about to be, and that is known from the holds.
            case ProjectOpened _, ProjectRefused _, ProjectSuspended _, ProjectRenamed _ -> {}
        }
    }
}
