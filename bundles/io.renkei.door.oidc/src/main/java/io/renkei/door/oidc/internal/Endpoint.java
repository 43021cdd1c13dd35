package io.renkei.door.oidc.internal;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** One endpoint. */
interface Endpoint {

    /** @throws Refused with the answer for a request that is not done */
    HTTPResponse answer(Call call) throws Refused;
}
