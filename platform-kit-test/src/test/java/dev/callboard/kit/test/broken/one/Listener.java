package dev.callboard.kit.test.broken.one;

import org.eclipse.microprofile.reactive.messaging.Message;

/** Breaks: messaging only in consumers and feeds. */
class Listener {
    void hear(Message<String> message) {}
}
