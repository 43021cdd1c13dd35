package io.renkei.trust.internal;

import io.renkei.ports.trust.EllipticCurves;
import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.osgi.service.component.annotations.Component;

/** Lends BouncyCastle's elliptic curves to who may not know BouncyCastle. */
@Component(service = EllipticCurves.class)
public final class TrustEllipticCurves implements EllipticCurves {

    private final Provider provider = new BouncyCastleProvider();

    @Override
    public Provider provider() {
        return provider;
    }
}
