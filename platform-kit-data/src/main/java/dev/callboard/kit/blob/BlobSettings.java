package dev.callboard.kit.blob;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;

@ConfigMapping(prefix = "callboard.blobs")
interface BlobSettings {
    /** Shared by all instances that need the same blobs. */
    @WithDefault("target/blobs")
    Path folder();
}
