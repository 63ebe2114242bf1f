package dev.callboard.user.key;

import dev.callboard.kit.database.Database;
import dev.callboard.user.OwnTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(OwnTokens.class)
class KeyRotationTest {
    @Inject
    SigningKeys keys;

    @Inject
    Database db;

    @AfterEach
    void the_first_key_is_young_again() {
        db.update("delete from signing_keys where kid <> ?", keys.current().kid());
        db.update("update signing_keys set signs_from = now() - interval '1 minute'");
        keys.rotate();
    }

    @Test
    void however_many_replicas_find_a_key_old_it_gets_one_successor_which_is_published_before_it_signs()
            throws ExecutionException, InterruptedException {
        var signing = keys.current().kid();
        db.update("update signing_keys set signs_from = now() - interval '31 days'");

        allAtOnce(8, keys::rotate);

        assertThat(db.list("select kid from signing_keys", row -> row.getString(1)))
                .hasSize(2)
                .contains(signing)
                .allSatisfy(kid -> assertThat(keys.published()).contains(kid));
        assertThat(keys.current().kid()).isEqualTo(signing);
    }

    @Test
    void a_key_that_was_replaced_long_enough_ago_is_forgotten() {
        db.update("update signing_keys set signs_from = now() - interval '2 hours'");
        db.update(
                "insert into signing_keys (kid, pair, made_at, signs_from) values (?, ?, now(), now() - interval '60 days')",
                "replaced",
                new byte[] {1});

        keys.rotate();

        assertThat(keys.published()).contains(keys.current().kid()).doesNotContain("replaced");
    }

    @Test
    void the_private_part_is_unreadable_in_the_database_and_absent_from_the_published_set() {
        var stored = db.list("select encode(pair, 'escape') from signing_keys", row -> row.getString(1));

        assertThat(stored).isNotEmpty().noneMatch(pair -> pair.contains("kty"));
        assertThat(keys.published()).contains("\"kty\":\"EC\"").doesNotContain("\"d\":");
    }

    private static void allAtOnce(int count, Runnable work) throws ExecutionException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < count; i++) running.add(threads.submit(work));
            for (var each : running) each.get();
        }
    }
}
