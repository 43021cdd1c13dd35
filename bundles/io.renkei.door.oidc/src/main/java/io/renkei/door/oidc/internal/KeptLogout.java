package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a person goes after a sign-out that a site asked for.
 *
 * @param back an address of the site, with the state of its request; empty where it named none
 */
record KeptLogout(Optional<URI> back) {

    private static final String BACK = "back";

    /** @param request whose address was found to be the site's */
    static KeptLogout of(LogoutRequest request) {
        return new KeptLogout(
                Optional.ofNullable(request.getPostLogoutRedirectionURI()).map(back -> withState(back, request)));
    }

    static KeptLogout of(byte[] kept) {
        return new KeptLogout(Json.read(kept).optional(BACK).map(URI::create));
    }

    private static URI withState(URI back, LogoutRequest request) {
        if (request.getState() == null) {
            return back;
        }
        HTTPRequest to = new HTTPRequest(HTTPRequest.Method.GET, back);
        to.appendQueryParameters(Map.of("state", List.of(request.getState().getValue())));
        return to.getURI();
    }

    byte[] bytes() {
        return Json.object().with(BACK, back).bytes();
    }

    HTTPResponse answer() {
        return back.map(Authorizing::seeOther).orElseGet(() -> Pages.of(200, OidcCode.SIGNED_OUT));
    }
}
