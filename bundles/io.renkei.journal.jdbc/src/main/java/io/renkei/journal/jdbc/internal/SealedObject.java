package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.submissions.DataObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An object in a company's own store. What it is called and where it lies may name a person, and is encrypted.
 *
 * @param sealed null when it was erased
 * @param wrappedKey null when the key of the case was destroyed
 */
record SealedObject(
        ArrivalNumber submission,
        int number,
        String mediaType,
        long size,
        Sha256 digest,
        byte[] sealed,
        UUID caseKey,
        byte[] wrappedKey) {

    private static final Logger LOG = LoggerFactory.getLogger(SealedObject.class);

    /** How it is written; a later form gets the next number. */
    private static final int FORM = 1;

    static void write(Tx tx, ArrivalNumber submission, List<DataObject> objects, byte[] key) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            DataObject object = objects.get(i);
            byte[] plain = plain(object);
            byte[] context = Seal.objectContext(submission, i + 1);
            rows.add(new Object[] {
                submission.digits(),
                i + 1,
                object.mediaType(),
                object.size(),
                object.digest(),
                Seal.seal(key, context, plain, plain.length)
            });
        }
        tx.batch(
                "insert into submission_object (arrival_number, seq, media_type, plain_size, digest, sealed)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    static List<SealedObject> read(Tx tx, ArrivalNumber submission) throws SQLException {
        return tx.query(
                "select o.arrival_number, o.seq, o.media_type, o.plain_size, o.digest, o.sealed, s.case_key, k.wrapped"
                        + " from submission_object o join submission s on s.arrival_number = o.arrival_number"
                        + " join case_key k on k.id = s.case_key where o.arrival_number = ? order by o.seq",
                SealedObject::of,
                submission.digits());
    }

    /** Those that can be opened, by number: one that cannot must not hide the others. */
    static Map<Integer, DataObject> open(List<SealedObject> objects, CaseKeys keys) {
        Map<Integer, DataObject> open = new TreeMap<>();
        objects.forEach(each -> each.open(keys).ifPresent(object -> open.put(each.number(), object)));
        return open;
    }

    private Optional<DataObject> open(CaseKeys keys) {
        if (wrappedKey == null || sealed == null) {
            return Optional.empty();
        }
        try {
            byte[] key = keys.unwrap(caseKey, wrappedKey);
            return Optional.of(read(Seal.open(key, Seal.objectContext(submission, number), sealed)));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            LOG.error(
                    "JOURNAL-029: object {} of submission {} was changed in the database, which is tampering: keep the"
                            + " database and restore from the backup",
                    number,
                    submission);
            return Optional.empty();
        }
    }

    private static byte[] plain(DataObject object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeUTF(object.name());
            out.writeUTF(object.path());
            out.writeInt(object.items().size());
            for (String item : object.items()) {
                out.writeUTF(item);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private DataObject read(byte[] plain) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            if (in.readByte() != FORM) {
                throw new IOException("the object is written in a form that this gateway does not know");
            }
            String name = in.readUTF();
            String path = in.readUTF();
            List<String> items = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                items.add(in.readUTF());
            }
            return new DataObject(name, items, mediaType, size, digest, path);
        }
    }

    private static SealedObject of(ResultSet row) throws SQLException {
        return new SealedObject(
                new ArrivalNumber(row.getString("arrival_number")),
                row.getInt("seq"),
                row.getString("media_type"),
                row.getLong("plain_size"),
                Sha256.ofDigest(row.getBytes("digest")),
                row.getBytes("sealed"),
                row.getObject("case_key", UUID.class),
                row.getBytes("wrapped"));
    }

    @Override
    public String toString() {
        return "SealedObject[" + submission + "/" + number + "]";
    }
}
