package io.renkei.itests;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.renkei.api.model.Sha256;
import io.renkei.testkit.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.minidev.json.JSONObject;

/** Two sites with their keys: as the gateway's files have them, and as the script of the relying party does. */
final class LinkedSites {

    private static final String KEY_SITE = "openid-key";
    /** The configuration of the first site. */
    static final String KEY_SITE_SETTINGS = "io.renkei.linkage.site-openidkey";

    private static final String TLS_SITE = "openid-certificate";

    private final Map<String, String> files = new LinkedHashMap<>();
    private final JSONObject setting = new JSONObject();
    private final Path folder;

    /** @param logoutPort where the first site hears of logouts, by the sandbox's certificate */
    LinkedSites(Path folder, Instance instance, URI person, String logoutPort) throws Exception {
        this.folder = Files.createDirectories(folder);
        ECKey signing = key(KeyUse.SIGNATURE, "sign");
        ECKey encryption = key(KeyUse.ENCRYPTION, "encrypt");
        TestAuthority.Issued shown = new TestAuthority("self").issue("a site");
        String jwks =
                file("jwks.json", new JWKSet(List.of(signing.toPublicJWK(), encryption.toPublicJWK())).toString());
        site(
                KEY_SITE,
                "jwks = " + jwks,
                "encrypted = true",
                "back.channel.logout.url = https://127.0.0.1:" + logoutPort + "/logout");
        site(
                TLS_SITE,
                "client.authentication = tls_certificate",
                "certificates = " + Sha256.of(shown.certificate().getEncoded()).hex(),
                "logout.asks = false");
        setting.put("issuer", instance.peopleUrl());
        setting.put("ca", instance.pki().resolve("ca.pem").toString());
        setting.put("person", person.toString());
        JSONObject keySite = told(KEY_SITE);
        keySite.put("signingKey", signing.toJSONObject());
        keySite.put("encryptionKey", encryption.toJSONObject());
        setting.put("keySite", keySite);
        JSONObject tlsSite = told(TLS_SITE);
        tlsSite.put("key", file("tls.pem", TestAuthority.pem(shown)));
        tlsSite.put("certificate", file("tls.crt", TestAuthority.pem(shown.certificate())));
        setting.put("tlsSite", tlsSite);
        JSONObject logout = new JSONObject();
        logout.put("port", Integer.valueOf(logoutPort));
        logout.put("identity", instance.pki().resolve("sandbox.pem").toString());
        setting.put("logout", logout);
    }

    private void site(String id, String... more) {
        files.put(
                id,
                String.join(
                        "\n",
                        "id = " + id,
                        "name.ja = サイト " + id,
                        "name.en = Site " + id,
                        "purpose.ja = 試験のため",
                        "purpose.en = To try it",
                        "redirects = " + back(id),
                        "post.logout.redirects = " + bye(id),
                        "items = 2, 7-3",
                        String.join("\n", more),
                        ""));
    }

    private static JSONObject told(String id) {
        JSONObject site = new JSONObject();
        site.put("id", id);
        site.put("redirect", back(id));
        site.put("postLogout", bye(id));
        return site;
    }

    private static String back(String id) {
        return "https://" + id + ".example/back";
    }

    private static String bye(String id) {
        return "https://" + id + ".example/bye";
    }

    private static ECKey key(KeyUse use, String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyUse(use)
                .keyID(id)
                .algorithm(use.equals(KeyUse.SIGNATURE) ? JWSAlgorithm.ES256 : JWEAlgorithm.ECDH_ES)
                .generate();
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name).toAbsolutePath();
        TestAuthority.put(file, text);
        return file.toString();
    }

    /** Puts them into a running gateway, and waits until it has them. */
    void register(Instance gateway, Duration longest) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(gateway.etc(fileOf(file.getKey())), file.getValue());
        }
        for (String id : files.keySet()) {
            Await.until(longest, () -> gateway.hasLogged("The settings of site " + id + " are in use"), used -> used);
        }
    }

    void remove(Instance gateway) throws IOException {
        for (String id : files.keySet()) {
            Files.deleteIfExists(gateway.etc(fileOf(id)));
        }
    }

    private static String fileOf(String id) {
        return "io.renkei.linkage.site-" + id.replace("-", "") + ".cfg";
    }

    /** For the script. */
    Path setting() throws IOException {
        return Files.writeString(folder.resolve("setting.json"), setting.toJSONString());
    }
}
