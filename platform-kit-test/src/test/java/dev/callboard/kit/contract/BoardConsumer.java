package dev.callboard.kit.contract;

import dev.callboard.kit.contract.BoardFact.CallPosted;
import dev.callboard.kit.contract.BoardFact.CallWithdrawn;
import dev.callboard.kit.database.Database;
import dev.callboard.kit.messaging.Consumer;
import dev.callboard.kit.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Writes down what was posted. A text can be told to fail, after it was written: the transaction takes that back. */
@ApplicationScoped
class BoardConsumer {
    private final Map<String, Supplier<RuntimeException>> failing = new ConcurrentHashMap<>();
    private final AtomicInteger tries = new AtomicInteger();

    @Inject
    Database database;

    @Incoming("postings")
    @Consumer("board")
    void on(Envelope<BoardFact> delivery) {
        switch (delivery.event()) {
            case CallPosted posted -> write(delivery.key(), posted.text());
            case CallWithdrawn withdrawn -> write(delivery.key(), "withdrawn: " + withdrawn.text());
        }
    }

    private void write(String key, String text) {
        database.update("insert into posting (key, text) values (?, ?)", key, text);
        var failure = failing.get(text);
        if (failure == null) return;
        tries.incrementAndGet();
        var thrown = failure.get();
        if (thrown != null) throw thrown;
    }

    /** @param failure may give null: then it works */
    void failOn(String text, Supplier<RuntimeException> failure) {
        tries.set(0);
        failing.put(text, failure);
    }

    int tries() {
        return tries.get();
    }

    void heal() {
        failing.clear();
    }

    List<String> read(Object key) {
        return database.list(
                "select text from posting where key = ? order by seq", row -> row.getString(1), key.toString());
    }
}
