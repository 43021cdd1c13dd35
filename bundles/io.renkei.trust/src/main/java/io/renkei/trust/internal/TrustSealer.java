package io.renkei.trust.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.ports.trust.EvidenceSealer;
import io.renkei.ports.trust.ReceiptSealer;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes the seal; enabled by {@link TrustSeal} alone, while there is one. */
@Component(
        service = {ReceiptSealer.class, Sealer.class, EvidenceSealer.class},
        enabled = false)
public final class TrustSealer implements ReceiptSealer, Sealer, EvidenceSealer {

    private final LiveSeal seal;

    @Activate
    public TrustSealer(@Reference TrustSeal kept) {
        this.seal = kept.seal();
    }

    @Override
    public String seal(String type, byte[] payload) {
        return seal.now().seal(type, payload);
    }

    @Override
    public String jwks() {
        return seal.now().jwks();
    }

    @Override
    public String sealDetached(String type, byte[] payload) {
        return seal.now().sealDetached(type, payload);
    }

    @Override
    public byte[] sealXml(byte[] document, XmlSeal what) {
        return seal.now().sealXml(document, what);
    }

    @Override
    public InputStream container(List<Entry> entries, Instant at) {
        return seal.now().container(entries, at);
    }

    @Override
    public X509Certificate certificate() {
        return seal.now().certificate();
    }

    @Override
    public List<X509Certificate> certificates() {
        return seal.now().certificates();
    }
}
