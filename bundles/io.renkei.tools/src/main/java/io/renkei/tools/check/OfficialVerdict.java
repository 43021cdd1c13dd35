package io.renkei.tools.check;

import io.renkei.api.model.Sha256;
import io.renkei.api.spi.OfficialDocumentReader;
import io.renkei.api.spi.OfficialDocumentReader.Facts;
import io.renkei.ports.trust.XmlSignatures;
import io.renkei.ports.trust.XmlSignatures.Policy;
import io.renkei.ports.trust.XmlSignatures.XmlVerdict;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an official document.
 *
 * @param signed the elements that every signature has to cover
 * @param facts what the signed part says; empty unless its signatures are accepted and it can be read
 */
record OfficialVerdict(
        Instant at, Sha256 digest, XmlVerdict signatures, List<String> signed, Optional<Facts> facts, Signers signers) {

    static OfficialVerdict of(
            byte[] document,
            Signers signers,
            OfficialDocumentReader reader,
            XmlSignatures verifier,
            Set<X509Certificate> anchors,
            Instant at) {
        Policy policy = new Policy(
                reader.root(), Set.copyOf(reader.signedElements()), reader.idAttribute(), anchors, Map.of(), Set.of());
        XmlVerdict verdict = verifier.verify(document, policy, at);
        Optional<Facts> facts = reader.signedElements().stream()
                .findFirst()
                .map(verdict.verified()::get)
                .flatMap(reader::read);
        return new OfficialVerdict(at, Sha256.of(document), verdict, reader.signedElements(), facts, signers);
    }

    boolean good() {
        return signatures.accepted() && facts.isPresent();
    }
}
