package dev.callboard.account.funds;

import dev.callboard.contracts.account.FundsCommand;
import dev.callboard.contracts.account.FundsCommand.CaptureFunds;
import dev.callboard.contracts.account.FundsCommand.ReleaseFunds;
import dev.callboard.contracts.account.FundsCommand.ReserveFunds;
import dev.callboard.kit.id.Ids;
import dev.callboard.kit.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import java.util.UUID;

import static dev.callboard.contracts.Topics.PROJECT_COMMANDS;

/** Sends what project-service would send, through a real outbox and Kafka. */
@ApplicationScoped
class OpeningSaga {
    static final long PRICE = 490_000;

    @Inject
    Outbox outbox;

    static ReserveFunds reserve(UUID accountId) {
        return new ReserveFunds(Ids.next(), accountId, Ids.next(), PRICE, "SEK");
    }

    static CaptureFunds capture(ReserveFunds reserved) {
        return new CaptureFunds(reserved.sagaId(), reserved.accountId());
    }

    static ReleaseFunds release(ReserveFunds reserved) {
        return new ReleaseFunds(reserved.sagaId(), reserved.accountId());
    }

    @Transactional
    public void asks(FundsCommand... commands) {
        for (var command : commands) outbox.append(PROJECT_COMMANDS, command.accountId(), command);
    }
}
