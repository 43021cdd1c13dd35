package io.renkei.door.oidc.internal;

import com.nimbusds.langtag.LangTag;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.util.List;

/** The first of the asked-for languages that the pages speak; empty text where the site asks for none of them, and the browser decides. */
final class Languages {

    private static final List<String> SPOKEN = List.of("ja", "en");

    private Languages() {}

    static String of(AuthenticationRequest request) {
        return of(request.getUILocales());
    }

    /** @param wanted null where the site asks for none */
    static String of(List<LangTag> wanted) {
        return wanted == null
                ? ""
                : wanted.stream()
                        .map(LangTag::getPrimaryLanguage)
                        .filter(SPOKEN::contains)
                        .findFirst()
                        .orElse("");
    }
}
