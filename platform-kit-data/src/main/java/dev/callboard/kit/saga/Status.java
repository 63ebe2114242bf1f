package dev.callboard.kit.saga;

/** Where a saga stands. PARKED waits for an operator; COMPLETED and COMPENSATED are ends that late replies may still touch. */
public enum Status {
    RUNNING,
    COMPLETED,
    COMPENSATED,
    PARKED
}
