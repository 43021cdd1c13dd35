package io.renkei.door.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.renkei.door.oidc.internal.Rp.Answer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where every proof needs a nonce; where those for tokens do is shown by ProviderTest. */
@Timeout(60)
class DpopNoncesTest {

    private static Gateway gateway;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        gateway = new Gateway(folder, DpopNonces.EVERYWHERE);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
    }

    @Test
    void aPushedRequestWithAProofNeedsOne() throws Exception {
        Rp rp = new Rp(gateway, "pushing", Optional.empty());
        Answer asked = pushed(rp);
        assertEquals("400 use_dpop_nonce", asked.status() + " " + asked.text("error"));
        Answer good = pushed(rp);
        assertEquals(201, good.status(), good::toString);
        assertFalse(good.header("dpop-nonce").isEmpty());
    }

    private static Answer pushed(Rp rp) throws Exception {
        Map<String, String> form = rp.authenticated();
        form.putAll(rp.request());
        return rp.post(Addresses.PAR, form, "DPoP", rp.proof(Addresses.PAR).serialize());
    }

    @Test
    void soDoesOneThatComesWithAToken() throws Exception {
        Rp rp = new Rp(gateway, "fetching", Optional.empty());
        String token = rp.tokens().text("access_token");
        rp.nonce = null;
        Answer asked = rp.with(token, Addresses.USERINFO);
        assertEquals(401, asked.status());
        assertTrue(asked.header("www-authenticate").contains("error=\"use_dpop_nonce\""), asked::toString);
        Answer good = rp.with(token, Addresses.USERINFO);
        assertEquals(200, good.status(), good::toString);
        assertFalse(good.header("dpop-nonce").isEmpty());
    }
}
