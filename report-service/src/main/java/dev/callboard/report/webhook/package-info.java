/** Other systems are told what has ended. */
package dev.callboard.report.webhook;
