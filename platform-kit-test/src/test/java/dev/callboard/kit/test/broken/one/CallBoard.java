package dev.callboard.kit.test.broken.one;

import dev.callboard.kit.test.broken.two.PinBox;

/** Breaks: features are acyclic. */
public class CallBoard {
    PinBox pins;
}
