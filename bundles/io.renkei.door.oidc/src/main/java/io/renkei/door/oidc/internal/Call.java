package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import io.renkei.ports.access.Listener;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was let in.
 *
 * @param http with the headers that mean something, and with the caller's certificate where the listener asks for one; its URL is that of
 *     the endpoint as the caller knows it
 * @param rest of the path, behind the endpoint's
 */
record Call(HTTPRequest http, Listener listener, String rest, Map<String, String> cookies) {

    Call {
        cookies = Map.copyOf(cookies);
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    @Override
    public String toString() {
        return http.getMethod().name();
    }
}
