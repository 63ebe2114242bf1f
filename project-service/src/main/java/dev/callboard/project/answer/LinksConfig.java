package dev.callboard.project.answer;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "callboard.links")
interface LinksConfig {
    /** Signs answer links, message ids and calendar events; at least 32 characters, no default on purpose. */
    String secret();
}
