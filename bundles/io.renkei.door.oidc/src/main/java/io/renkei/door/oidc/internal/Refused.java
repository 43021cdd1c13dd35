package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.time.Duration;

/** A request that is not done, with the answer that the protocol has for it. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient HTTPResponse answer;

    Refused(HTTPResponse answer) {
        super("refused", null, false, false);
        this.answer = answer;
    }

    /** As the token endpoint answers (RFC 6749, section 5.2). */
    static Refused with(ErrorObject error) {
        return new Refused(error.toHTTPResponse());
    }

    static Refused with(ErrorObject error, String description) {
        return with(error.setDescription(description));
    }

    /** What was sent is not well-formed; the SDK knows which error that is. */
    static Refused unread(ParseException e) {
        ErrorObject known = e.getErrorObject();
        ErrorObject error = known == null || known.getHTTPStatusCode() == 0 ? OAuth2Error.INVALID_REQUEST : known;
        return with(error);
    }

    static Refused later(int status, Duration pause) {
        HTTPResponse answer =
                OAuth2Error.TEMPORARILY_UNAVAILABLE.setHTTPStatusCode(status).toHTTPResponse();
        answer.setHeader("Retry-After", Long.toString(pause.toSeconds()));
        return new Refused(answer);
    }

    HTTPResponse answer() {
        return answer;
    }
}
