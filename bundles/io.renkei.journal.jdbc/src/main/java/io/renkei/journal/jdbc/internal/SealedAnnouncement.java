package io.renkei.journal.jdbc.internal;

import io.renkei.ports.announcements.Announcement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an announcement says, each text encrypted and bound to its place.
 *
 * @param wrappedKey null when the key was destroyed
 * @param texts in the order of the columns
 */
record SealedAnnouncement(UUID id, UUID caseKey, byte[] wrappedKey, List<byte[]> texts, Optional<Instant> until) {

    private static final Logger LOG = LoggerFactory.getLogger(SealedAnnouncement.class);

    /** The columns of an announcement {@code a} that hold its texts. */
    static final List<String> COLUMNS = List.of("title", "title_en", "body", "body_en", "link");

    /** In the order of the columns. */
    static List<byte[]> seal(byte[] key, UUID id, Announcement what) {
        List<String> plain = List.of(what.title(), what.titleEn(), what.text(), what.textEn(), what.link());
        List<byte[]> sealed = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            byte[] bytes = plain.get(i).getBytes(StandardCharsets.UTF_8);
            sealed.add(Seal.seal(key, Seal.announcementContext(id, i), bytes, bytes.length));
        }
        return sealed;
    }

    static SealedAnnouncement of(ResultSet row) throws SQLException {
        List<byte[]> texts = new ArrayList<>();
        for (String column : COLUMNS) {
            texts.add(row.getBytes(column));
        }
        return new SealedAnnouncement(
                row.getObject("id", UUID.class),
                row.getObject("case_key", UUID.class),
                row.getBytes("wrapped"),
                texts,
                Tx.optionalInstant(row, "until_at"));
    }

    /** Empty when it was erased, or cannot be opened any more: it must not hide the others. */
    Optional<Announcement> open(CaseKeys keys) {
        if (wrappedKey == null) {
            return Optional.empty();
        }
        try {
            byte[] key = keys.unwrap(caseKey, wrappedKey);
            List<String> plain = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                byte[] bytes = Seal.open(key, Seal.announcementContext(id, i), texts.get(i));
                plain.add(new String(bytes, StandardCharsets.UTF_8));
            }
            return Optional.of(
                    new Announcement(plain.get(0), plain.get(1), plain.get(2), plain.get(3), plain.get(4), until));
        } catch (GeneralSecurityException | IOException e) {
            LOG.error(
                    "JOURNAL-028: the text of announcement {} was changed in the database, which is tampering: keep the"
                            + " database and restore from the backup",
                    id);
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "SealedAnnouncement[" + id + "]";
    }
}
