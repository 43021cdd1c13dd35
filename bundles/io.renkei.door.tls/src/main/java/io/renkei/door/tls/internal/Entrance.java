package io.renkei.door.tls.internal;

import io.renkei.ports.access.Listener;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Says of each request by which listener it came, and lets nothing through a listener of people but what is for them: whatever else
 * answers in this process, the doors of partners first of all, is not there. Decided on the path as the server matches it.
 */
final class Entrance implements HttpConfiguration.Customizer {

    private static final List<String> FOR_PEOPLE = List.of("/.well-known/", "/oidc/", "/people/");

    private final Listener listener;

    Entrance(Listener listener) {
        this.listener = listener;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable headers) {
        String path = request.getHttpURI().getCanonicalPath();
        if (path == null || FOR_PEOPLE.stream().noneMatch(path::startsWith)) {
            throw new HttpException.RuntimeException(HttpStatus.NOT_FOUND_404);
        }
        request.setAttribute(Listener.ATTRIBUTE, listener.name());
        return request;
    }
}
