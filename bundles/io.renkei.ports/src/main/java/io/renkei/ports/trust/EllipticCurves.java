package io.renkei.ports.trust;

import java.security.Provider;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Cryptography on elliptic curves for libraries that take a {@link Provider} for it: it verifies in a tenth, and signs in a sixth, of
 * the time of JDK 17. It is not one of the platform's providers; only who asks for it uses it.
 */
@ProviderType
public interface EllipticCurves {

    Provider provider();
}
