package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that wraps every other key. The database remembers its fingerprint, so that a database is never used with
 * another key, and a lost key is never replaced by a new one in silence.
 */
final class MasterKey {

    private static final byte[] FINGERPRINT = "renkei.master-key.v1\0".getBytes(StandardCharsets.US_ASCII);

    private final SecretFile file;
    private volatile byte[] key;

    /** @throws StartRefused if there is a file and it may not be used */
    MasterKey(SecretFile file) {
        this.file = file;
        if (file.exists()) {
            key = read();
        }
    }

    /**
     * Makes the key for a database that has none yet, or checks that this one is the database's.
     *
     * @throws StartRefused if it is not
     */
    void settle(Tx tx) throws SQLException {
        Optional<byte[]> known =
                tx.one("select fingerprint from master_key where id = 1", row -> row.getBytes("fingerprint"));
        if (key == null && known.isPresent()) {
            throw new StartRefused("JOURNAL-007: the database was written under a master key and the file "
                    + file.path() + " is not there. Put it back from the backup, or copy it from another node, with"
                    + " mode 600.");
        }
        if (key == null) {
            file.create(Seal.randomKey());
            key = read();
        }
        if (known.isEmpty()) {
            tx.update("insert into master_key (id, fingerprint) values (1, ?)", fingerprint());
        } else if (!fingerprint().equals(Sha256.ofDigest(known.get()))) {
            throw new StartRefused("JOURNAL-007: the master key in " + file.path()
                    + " is not the one that the database was written under. Put the right file in its place.");
        }
    }

    /** @param context what the wrapped key is for, of {@link Seal} */
    byte[] wrap(byte[] context, byte[] plain) {
        return Seal.seal(key, context, plain, plain.length);
    }

    byte[] unwrap(byte[] context, byte[] wrapped) throws GeneralSecurityException {
        return Seal.open(key, context, wrapped);
    }

    /**
     * A digest that only who has the key can make (HMAC-SHA-256, RFC 2104, under a key made from this one for this use alone), so that
     * a guess cannot be held against what is kept.
     *
     * @param use what the digest is for
     */
    Sha256 keyedDigest(String use, byte[] bytes) {
        return Sha256.ofDigest(hmac(hmac(key, use.getBytes(StandardCharsets.US_ASCII)), bytes));
    }

    private static byte[] hmac(byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private byte[] read() {
        byte[] bytes = file.read();
        if (bytes.length != Seal.KEY_BYTES) {
            throw new StartRefused("JOURNAL-007: the master key file " + file.path() + " has " + bytes.length
                    + " bytes and not " + Seal.KEY_BYTES + ". Put it back from the backup.");
        }
        return bytes;
    }

    private Sha256 fingerprint() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(FINGERPRINT);
        bytes.writeBytes(key);
        return Sha256.of(bytes.toByteArray());
    }
}
