package dev.callboard.kit.test.broken.two;

import dev.callboard.kit.test.broken.one.CallBoard;

/** Breaks: features are acyclic. */
public class PinBox {
    CallBoard board;
}
