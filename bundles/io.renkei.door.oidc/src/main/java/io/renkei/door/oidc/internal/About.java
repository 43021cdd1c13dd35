package io.renkei.door.oidc.internal;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Locale;

/** The claims about an account that every site may know: of what kind it is, and whether somebody acts for it. No name, no number. */
final class About {

    static final String KIND = "account_kind";
    static final String REPRESENTATIVE = "representative";

    private About() {}

    static JWTClaimsSet account(JWTClaimsSet.Builder claims, GrantNote note) {
        return claims.claim(KIND, note.kind().name().toLowerCase(Locale.ROOT))
                .claim(REPRESENTATIVE, note.representative())
                .build();
    }
}
