package dev.callboard.kit.cache;

/** A value with the version it was read at, so that a hit can answer 304. */
public record Versioned<V>(long version, V value) {}
