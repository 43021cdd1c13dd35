package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.Sha256;
import io.renkei.ports.state.FilingMatter;
import io.renkei.ports.state.FilingView;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A filing with what is to be sent of it, still encrypted.
 *
 * @param wrappedKey null when the key of the case was destroyed
 * @param sealed null when it was erased with the key
 */
record SealedMatter(
        FilingView filing,
        PartnerId sender,
        Instant arrived,
        Sha256 packageDigest,
        UUID packageContent,
        UUID caseKey,
        byte[] wrappedKey,
        byte[] sealed) {

    /** The cause of a filing whose body cannot be opened any more. */
    static final String UNREADABLE = "JOURNAL-024";

    private static final String READ = "select " + FilingRow.COLUMNS
            + ", a.sender, coalesce(o.arrived, a.arrived) as arrived, coalesce(o.package_digest, a.package_digest) as"
            + " package_digest, coalesce(o.content_id, a.content_id) as content_id, c.case_key, k.wrapped, b.sealed"
            + " from filing f"
            + " join application a on a.arrival_number = f.arrival_number join content c on c.id = a.content_id"
            + " join case_key k on k.id = c.case_key left join filing_body b on b.arrival_number = f.arrival_number"
            + " and b.seq = f.seq left join correction o on o.arrival_number = f.arrival_number and o.seq = f.seq"
            + " where f.arrival_number = ? and f.seq = ?";

    static Optional<SealedMatter> read(Tx tx, FilingKey key) throws SQLException {
        return tx.one(READ, SealedMatter::of, key.application().digits(), key.sequence());
    }

    private static SealedMatter of(ResultSet row) throws SQLException {
        return new SealedMatter(
                FilingRow.bare(row),
                new PartnerId(row.getString("sender")),
                Tx.instant(row, "arrived"),
                Sha256.ofDigest(row.getBytes("package_digest")),
                row.getObject("content_id", UUID.class),
                row.getObject("case_key", UUID.class),
                row.getBytes("wrapped"),
                row.getBytes("sealed"));
    }

    /** @throws IOException if the key was destroyed, or key or body were changed */
    FilingMatter open(CaseKeys keys) throws IOException {
        byte[] key = keys.unwrap(caseKey, wrappedKey);
        if (sealed == null) {
            throw new IOException(UNREADABLE + ": the body of filing " + filing.key() + " is missing");
        }
        try {
            byte[] body = Seal.open(key, Seal.filingContext(filing.key()), sealed);
            return new FilingMatter(
                    filing.procedure(), filing.destination(), sender, arrived, packageDigest, packageContent, body);
        } catch (GeneralSecurityException e) {
            throw new IOException(UNREADABLE + ": the body of filing " + filing.key() + " was changed or moved", e);
        }
    }

    @Override
    public String toString() {
        return "SealedMatter[" + filing.key() + "]";
    }
}
