package io.renkei.door.oidc.internal;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.UserInfoSuccessResponse;

/** What a site may always know about who signed on, as a signed and perhaps encrypted JWT (OpenID Connect Core 1.0, section 5.3.2). */
final class UserInfoEndpoint implements Endpoint {

    private final Addresses addresses;
    private final Bearers bearers;
    private final Signer signer;

    UserInfoEndpoint(Addresses addresses, Bearers bearers, Signer signer) {
        this.addresses = addresses;
        this.bearers = bearers;
        this.signer = signer;
    }

    @Override
    public HTTPResponse answer(Call call) throws Refused {
        Bearers.Admitted admitted = bearers.admit(call.http());
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(addresses.issuer())
                .audience(admitted.site().id().value())
                .subject(admitted.live().note().subject());
        return new UserInfoSuccessResponse(signer.signFor(
                        admitted.site(),
                        JOSEObjectType.JWT,
                        About.account(claims, admitted.live().note())))
                .toHTTPResponse();
    }
}
