package dev.callboard.project.timecard;

import dev.callboard.contracts.report.PayrollFact;
import dev.callboard.contracts.report.PayrollFact.PayRunReleased;
import dev.callboard.contracts.report.PayrollFact.TimeCardsLocked;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What payroll has used is never changed again. */
@ApplicationScoped
class PayRunConsumer {
    @Inject
    TimeCards cards;

    @Incoming("time-card-locks")
    @Consumer("time-card-locks")
    void on(Envelope<PayrollFact> delivery) {
        switch (delivery.event()) {
            case TimeCardsLocked locked -> cards.lock(locked.timeCardIds());
            case PayRunReleased _ -> {} // money on its way changes no hours
        }
    }
}
