package io.renkei.door.oidc.fakes;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.renkei.testkit.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import net.minidev.json.JSONObject;

/** Two sites with their keys, as the provider's side has them and as the script of the relying party does. */
public final class Journey {

    private static final String KEY_SITE = "tax-software";
    private static final String TLS_SITE = "pension-net";

    private final Properties sites = new Properties();
    private final JSONObject setting = new JSONObject();
    private final Path folder;

    /**
     * @param authority of the provider's listeners and of the site's own server, in PEM
     * @param listener PEM file with the key and the certificate of the site's own server
     * @param logoutPort where the first site hears of logouts
     */
    public Journey(Path folder, URI issuer, String authority, Path listener, int logoutPort) throws Exception {
        this.folder = folder;
        ECKey signing = key(KeyUse.SIGNATURE, "sign");
        ECKey encryption = key(KeyUse.ENCRYPTION, "encrypt");
        TestAuthority.Issued shown = new TestAuthority("self").issue("pension-net");
        put(KEY_SITE, "redirects", "https://tax.example/back");
        put(KEY_SITE, "post.logout", "https://tax.example/bye");
        put(KEY_SITE, "logout", "https://127.0.0.1:" + logoutPort + "/logout");
        put(KEY_SITE, "jwks", new JWKSet(List.of(signing.toPublicJWK(), encryption.toPublicJWK())).toString());
        put(KEY_SITE, "encrypted", "true");
        put(TLS_SITE, "redirects", "https://pension.example/back");
        put(TLS_SITE, "post.logout", "https://pension.example/bye");
        put(
                TLS_SITE,
                "certificates",
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(shown.certificate().getEncoded())));
        setting.put("issuer", issuer.toString());
        setting.put("ca", file("ca.pem", authority));
        JSONObject keySite = new JSONObject();
        keySite.put("id", KEY_SITE);
        keySite.put("redirect", "https://tax.example/back");
        keySite.put("signingKey", signing.toJSONObject());
        keySite.put("encryptionKey", encryption.toJSONObject());
        setting.put("keySite", keySite);
        JSONObject tlsSite = new JSONObject();
        tlsSite.put("id", TLS_SITE);
        tlsSite.put("redirect", "https://pension.example/back");
        tlsSite.put("postLogout", "https://pension.example/bye");
        tlsSite.put("key", file("tls.pem", TestAuthority.pem(shown)));
        tlsSite.put("certificate", file("tls.crt", TestAuthority.pem(shown.certificate())));
        setting.put("tlsSite", tlsSite);
        JSONObject logout = new JSONObject();
        logout.put("port", logoutPort);
        logout.put("key", listener.toAbsolutePath().toString());
        logout.put("certificate", listener.toAbsolutePath().toString());
        setting.put("logout", logout);
    }

    private static ECKey key(KeyUse use, String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyUse(use)
                .keyID(id)
                .algorithm(use.equals(KeyUse.SIGNATURE) ? JWSAlgorithm.ES256 : JWEAlgorithm.ECDH_ES)
                .generate();
    }

    private void put(String site, String key, String value) {
        sites.setProperty(site + "." + key, value);
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        TestAuthority.put(file, text);
        return file.toAbsolutePath().toString();
    }

    public Properties sites() {
        return sites;
    }

    /** For the script. */
    public Path setting() throws IOException {
        return Files.writeString(folder.resolve("setting.json"), setting.toJSONString());
    }
}
