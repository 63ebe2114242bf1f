package dev.callboard.report.payroll.hours;

import dev.callboard.contracts.project.ProjectFact;
import dev.callboard.contracts.project.ProjectFact.ProjectClosed;
import dev.callboard.contracts.project.ProjectFact.ProjectOpened;
import dev.callboard.contracts.project.ProjectFact.ProjectRefused;
import dev.callboard.contracts.project.ProjectFact.ProjectRenamed;
import dev.callboard.contracts.project.ProjectFact.ProjectSuspended;
import dev.callboard.contracts.project.TimeCardFact;
import dev.callboard.contracts.project.TimeCardFact.TimeCardApproved;
import dev.callboard.contracts.project.TimeCardFact.TimeCardReopened;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Approved work and the names of productions, as project-service tells them. */
@ApplicationScoped
class TimeCardFeed {
    @Inject
    TimeCards cards;

    @Incoming("time-cards")
    @Consumer("time-cards")
    void onCard(Envelope<TimeCardFact> delivery) {
        switch (delivery.event()) {
            case TimeCardApproved approved -> cards.approved(approved);
            case TimeCardReopened reopened -> cards.reopened(reopened);
        }
    }

    @Incoming("productions")
    @Consumer("productions")
    void onProject(Envelope<ProjectFact> delivery) {
        switch (delivery.event()) {
            case ProjectOpened opened -> cards.production(opened.projectId(), opened.accountId(), opened.name());
            case ProjectRenamed renamed -> cards.production(renamed.projectId(), renamed.accountId(), renamed.name());
            case ProjectRefused _, ProjectSuspended _, ProjectClosed _ -> {} // work that was done is paid all the same
        }
    }
}
