package dev.callboard.gateway.door;

import io.netty.handler.codec.http.HttpMessage;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * A request with both Transfer-Encoding and Content-Length is how requests are smuggled: two programs in a row take it for
 * different ones. The decoder would silently drop the length; RFC 9112 6.1 lets us refuse, and we do.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
    private static final String NAME_IN_PIPELINE = "httpDecoder";

    private StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    static void installOn(HttpConnection connection, HttpServerOptions options) {
        var pipeline = ((ConnectionBase) connection).channel().pipeline();
        if (pipeline.get(NAME_IN_PIPELINE) == null)
            throw new IllegalStateException("no " + NAME_IN_PIPELINE + " in " + pipeline.names());
        pipeline.replace(NAME_IN_PIPELINE, NAME_IN_PIPELINE, new StrictRequestDecoder(options));
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new AmbiguousFraming();
    }

    static final class AmbiguousFraming extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        AmbiguousFraming() {
            super("Transfer-Encoding and Content-Length");
        }
    }
}
