package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** The few sentences that a person reads here and not on the pages, in both languages. Nothing of a request stands in them. */
final class Pages {

    private Pages() {}

    static HTTPResponse of(int status, OidcCode code) {
        HTTPResponse answer = new HTTPResponse(status);
        try {
            answer.setContentType("text/html; charset=UTF-8");
        } catch (ParseException e) {
            throw new IllegalStateException("a content type that is well-formed", e);
        }
        answer.setBody("<!DOCTYPE html><html lang=\"ja\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + code.code()
                + "</title></head><body><main>"
                + "<p>" + code.sentenceJa() + "</p><p lang=\"en\">" + code.sentence() + "</p><p>" + code.code()
                + "</p></main></body></html>");
        return answer;
    }
}
