package dev.callboard.gateway.door;

import dev.callboard.gateway.route.Routes;
import dev.callboard.gateway.upstream.Upstreams;

/** What all doors of a process share. */
public record DoorParts(
        DoorSettings settings,
        Routes routes,
        Upstreams upstreams,
        TokenCheck tokens,
        OwnPages pages,
        CrossOrigin cors,
        Traffic traffic) {}
