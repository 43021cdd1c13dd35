package io.renkei.door.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.langtag.LangTag;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    @Test
    void takesTheFirstLanguageThatThePagesSpeak() throws Exception {
        assertEquals("en", Languages.of(request("fr", "en-GB", "ja")));
    }

    @Test
    void leavesItToTheBrowserWhereTheSiteAsksForNone() throws Exception {
        assertEquals("", Languages.of(request()));
        assertEquals("", Languages.of(request("fr")));
    }

    private static AuthenticationRequest request(String... wanted) throws Exception {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                ResponseType.CODE, new Scope("openid"), new ClientID("e-tax"), URI.create("https://tax.example/back"));
        List<LangTag> tags = new ArrayList<>();
        for (String tag : wanted) {
            tags.add(LangTag.parse(tag));
        }
        return (tags.isEmpty() ? request : request.uiLocales(tags)).build();
    }
}
