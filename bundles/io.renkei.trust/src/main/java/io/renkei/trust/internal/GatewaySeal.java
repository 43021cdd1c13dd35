package io.renkei.trust.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.ports.trust.EvidenceSealer;
import io.renkei.ports.trust.ReceiptSealer;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** One key, behind all faces of the seal. */
final class GatewaySeal implements ReceiptSealer, Sealer, EvidenceSealer {

    private final List<X509Certificate> certificates;
    private final JwsSeals jws;
    private final XmlSeals xml;
    private final AsicContainers containers;

    GatewaySeal(SealKeys keys) {
        Es256 signer = new Es256(keys.privateKey());
        this.certificates = keys.certificates();
        this.jws = new JwsSeals(certificates, signer);
        this.xml = new XmlSeals(certificates.get(0), signer);
        this.containers = new AsicContainers(new CadesSeals(keys.privateKey(), certificates.get(0)));
    }

    @Override
    public String seal(String type, byte[] payload) {
        return jws.seal(type, payload);
    }

    @Override
    public String jwks() {
        return jws.jwks();
    }

    @Override
    public String sealDetached(String type, byte[] payload) {
        return jws.sealDetached(type, payload);
    }

    @Override
    public byte[] sealXml(byte[] document, XmlSeal seal) {
        return xml.seal(document, seal);
    }

    @Override
    public InputStream container(List<Entry> entries, Instant at) {
        return containers.container(entries, at);
    }

    @Override
    public X509Certificate certificate() {
        return certificates.get(0);
    }

    @Override
    public List<X509Certificate> certificates() {
        return certificates;
    }
}
