package dev.callboard.kit.database;

/** What a part of the kit does now and then to stay small: a bean, called by each instance at start and every hour. */
public interface Upkeep {
    void tidy();
}
