package io.renkei.api.spi;

import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.osgi.annotation.versioning.ProviderType;

/** Makes the TLS side of outgoing connections from PEM files. Safe for use by several threads. */
@ProviderType
public interface TlsContexts {

    /**
     * A client context (TLS 1.2 and 1.3) that trusts exactly the given authorities.
     *
     * @param trusted a PEM file with the certificates of the trusted authorities
     * @param identity a PEM file with our own key (PKCS#8) and certificate chain, readable by its owner only, or empty
     * @throws IllegalArgumentException with a sentence that says which file is wrong and what to do
     */
    SSLContext client(Path trusted, Optional<Path> identity);
}
