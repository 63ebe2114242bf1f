package dev.callboard.kit.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.Map;

/** For topics that are made because they are missing. */
@ConfigMapping(prefix = "callboard.topics")
interface TopicSettings {
    /** As many as a consumer has readers: see {@code concurrency} in the kit's defaults. */
    @WithDefault("4")
    int partitions();

    /** For topics that differ, by name. */
    Map<String, Integer> partitionsOf();
}
