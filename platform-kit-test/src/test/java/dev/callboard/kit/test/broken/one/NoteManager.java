package dev.callboard.kit.test.broken.one;

/** Breaks: names say what a thing is. */
class NoteManager {}
