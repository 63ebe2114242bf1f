package dev.callboard.project.board;

import dev.callboard.kit.database.Database;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

import java.time.InstantSource;

/** What tests of the board begin with: a production that is theirs alone, with Hedda and Bo, and nobody called yet. */
abstract class TheSaltRoad {
    @Inject
    Database database;

    @Inject
    InstantSource clock;

    Production salt;
    Summons summons;

    @BeforeEach
    void a_production() {
        salt = Production.withHeddaAndBo(database, clock.instant());
        summons = new Summons(salt);
    }
}
