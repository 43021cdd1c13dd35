package io.renkei.trust.internal;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Presents the identity of now. A handshake asks for alias, key and chain one after the other; the generation in the alias
 * makes all three come from one reading.
 */
final class LiveKeys extends X509ExtendedKeyManager {

    private final TlsFiles files;

    LiveKeys(TlsFiles files) {
        this.files = files;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return chosen(keys -> keys.chooseClientAlias(keyTypes, issuers, socket));
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return chosen(keys -> keys.chooseEngineClientAlias(keyTypes, issuers, engine));
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return files.generation(number(alias)).keys().getCertificateChain(own(alias));
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return files.generation(number(alias)).keys().getPrivateKey(own(alias));
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        String alias = chosen(keys -> keys.chooseClientAlias(new String[] {keyType}, issuers, null));
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }

    private String chosen(Function<X509ExtendedKeyManager, String> choice) {
        long generation = files.generation();
        String alias = choice.apply(files.generation(generation).keys());
        return alias == null ? null : generation + "/" + alias;
    }

    private static long number(String alias) {
        return Long.parseLong(alias.substring(0, alias.indexOf('/')));
    }

    private static String own(String alias) {
        return alias.substring(alias.indexOf('/') + 1);
    }
}
