package dev.callboard.project.opening;

import dev.callboard.contracts.account.FundsReply;
import dev.callboard.contracts.account.FundsReply.CaptureRefused;
import dev.callboard.contracts.account.FundsReply.FundsCaptured;
import dev.callboard.contracts.account.FundsReply.FundsRefused;
import dev.callboard.contracts.account.FundsReply.FundsReleased;
import dev.callboard.contracts.account.FundsReply.FundsReserved;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import dev.callboard.kit.saga.Sagas;
import dev.callboard.project.opening.OpeningProject.CaptureDeclined;
import dev.callboard.project.opening.OpeningProject.Captured;
import dev.callboard.project.opening.OpeningProject.Declined;
import dev.callboard.project.opening.OpeningProject.Released;
import dev.callboard.project.opening.OpeningProject.Reply;
import dev.callboard.project.opening.OpeningProject.Reserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings what account-service answers to the saga that asked. */
@ApplicationScoped
class FundsConsumer {
    @Inject
    Sagas sagas;

    @Incoming("funds-replies")
    @Consumer("funds-replies")
    void on(Envelope<FundsReply> delivery) {
        sagas.deliver(delivery.event().sagaId(), heard(delivery.event()));
    }

    private static Reply heard(FundsReply reply) {
        return switch (reply) {
            case FundsReserved reserved -> new Reserved(reserved.holdId());
            case FundsRefused refused -> new Declined(refused.reason(), refused.detail());
            case FundsCaptured _ -> new Captured();
            case CaptureRefused refused -> new CaptureDeclined(refused.reason(), refused.detail());
            case FundsReleased _ -> new Released();
        };
    }
}
