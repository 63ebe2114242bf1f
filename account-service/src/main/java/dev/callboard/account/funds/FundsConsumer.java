package dev.callboard.account.funds;

import dev.callboard.contracts.account.FundsCommand;
import dev.callboard.contracts.account.FundsCommand.CaptureFunds;
import dev.callboard.contracts.account.FundsCommand.ReleaseFunds;
import dev.callboard.contracts.account.FundsCommand.ReserveFunds;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What sagas ask for. */
@ApplicationScoped
class FundsConsumer {
    @Inject
    Holds holds;

    @Incoming("funds-commands")
    @Consumer("funds-commands")
    void on(Envelope<FundsCommand> delivery) {
        switch (delivery.event()) {
            case ReserveFunds reserve -> holds.on(reserve);
            case CaptureFunds capture -> holds.on(capture);
            case ReleaseFunds release -> holds.on(release);
        }
    }
}
