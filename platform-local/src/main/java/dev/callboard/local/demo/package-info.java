/**
 * The demo: one production from its account to its pay slips, on the packaged data, through the gateway only. It is
 * written as scenes. A scene acts as a person and states what must be true; each statement is a check that is counted,
 * and the first that fails ends the walk. Figures are those of the run.
 *
 * <pre>
 *   Demo (the verb) → Walk → scenes ─→ Gateway (HTTP, as a person)
 *                               │ └──→ PostBox (the mails that arrived)
 *                               └────→ Stage (what is printed and checked), OutFolder (what is left to look at)
 * </pre>
 */
package dev.callboard.local.demo;
