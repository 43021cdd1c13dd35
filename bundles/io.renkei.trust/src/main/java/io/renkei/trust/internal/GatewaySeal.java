package io.renkei.trust.internal;

import io.renkei.api.spi.Sealer;
import io.renkei.ports.trust.ReceiptSealer;
import java.security.cert.X509Certificate;
import java.util.List;

/** One key, behind both faces of the seal. */
final class GatewaySeal implements ReceiptSealer, Sealer {

    private final List<X509Certificate> certificates;
    private final JwsSeals jws;
    private final XmlSeals xml;

    GatewaySeal(SealKeys keys) {
        Es256 signer = new Es256(keys.privateKey());
        this.certificates = keys.certificates();
        this.jws = new JwsSeals(certificates, signer);
        this.xml = new XmlSeals(certificates.get(0), signer);
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
    public X509Certificate certificate() {
        return certificates.get(0);
    }

    @Override
    public List<X509Certificate> certificates() {
        return certificates;
    }
}
