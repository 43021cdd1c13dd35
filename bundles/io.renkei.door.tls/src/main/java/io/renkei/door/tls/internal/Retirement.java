package io.renkei.door.tls.internal;

import java.time.Clock;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;

/** Ends a connection of before with its next answer, which says so ({@code Connection: close}): no call is lost. */
final class Retirement implements HttpConfiguration.Customizer {

    private volatile long sinceMillis = Long.MIN_VALUE;

    /** Retires what this connector has accepted up to now. */
    void now(Connector connector, Clock clock) {
        sinceMillis = clock.millis();
        HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
        if (http != null && !http.getHttpConfiguration().getCustomizers().contains(this)) {
            http.getHttpConfiguration().addCustomizer(this);
        }
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        if (request.getConnectionMetaData().getConnection().getCreatedTimeStamp() <= sinceMillis) {
            headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        return request;
    }
}
