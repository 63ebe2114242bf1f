package dev.callboard.kit.contract;

/** Another group on the same topic, of no interest to the reader of the board. */
public sealed interface WeatherFact {
    record RainExpected(String place) implements WeatherFact {}
}
