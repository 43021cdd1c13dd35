package io.renkei.http.internal;

import java.net.URI;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;

/** An endpoint that keeps its connector's clients until it ends with its routes. */
public final class PostEndpoint extends HttpEndpoint {

    private final Users.User user;

    public PostEndpoint(
            String name,
            HttpComponent component,
            URI target,
            PoolingHttpClientConnectionManager pool,
            Users.User user) {
        super(name, component, target, pool);
        this.user = user;
    }

    @Override
    protected void doStop() throws Exception {
        try {
            super.doStop();
        } finally {
            user.close();
        }
    }
}
