package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D): 12 random bytes, then the ciphertext with its tag of 16 bytes. A case has one key and
 * few chunks, far below the 2^32 messages that random nonces allow.
 */
final class Seal {

    /** Bytes that sealing adds. */
    static final int OVERHEAD = 28;

    static final int KEY_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] CHUNK = "renkei.content.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FILING = "renkei.filing-body.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] REASONS = "renkei.correction-reasons.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TITLE = "renkei.notice-title.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANNOUNCEMENT = "renkei.announcement.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PAYMENT = "renkei.payment.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OBJECT = "renkei.submission-object.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TOKENS = "renkei.tokens.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TOKENS_KEY = "renkei.tokens-key.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PROTOCOL = "renkei.protocol.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ACCOUNT_ROW = "renkei.account-row.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PAPER = "renkei.account-paper.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HANDOVER_KEY = "renkei.handover-key.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MATTER = "renkei.handover-matter.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHOSEN = "renkei.handover-chosen.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CASE_KEY = "renkei.case-key.v1\0".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] ANSWER = "renkei.self-information.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HANDLE = "renkei.self-information-handle.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] QUESTION_KEY = "renkei.question-key.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PERSON = "renkei.person.v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PERSON_KEY = "renkei.person-key.v1\0".getBytes(StandardCharsets.US_ASCII);

    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static byte[] randomKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** Binds a chunk to its body, to its place in it, and to whether it is the last. */
    static byte[] chunkContext(UUID content, int index, boolean last) {
        return ByteBuffer.allocate(CHUNK.length + 21)
                .put(CHUNK)
                .putLong(content.getMostSignificantBits())
                .putLong(content.getLeastSignificantBits())
                .putInt(index)
                .put((byte) (last ? 1 : 0))
                .array();
    }

    /** Binds a filing's body to its filing. */
    static byte[] filingContext(FilingKey filing) {
        return named(FILING, filing.toString());
    }

    /** Binds the reasons of a correction to their filing and to which request they are. */
    static byte[] reasonsContext(FilingKey filing, int ordinal) {
        return named(REASONS, filing + "/" + ordinal);
    }

    static byte[] caseKeyContext(UUID caseKey) {
        return named(CASE_KEY, caseKey);
    }

    /** Binds a title to its notice. */
    static byte[] titleContext(UUID notice) {
        return named(TITLE, notice);
    }

    /** Binds a text to its announcement and to its place in it. */
    static byte[] announcementContext(UUID announcement, int place) {
        byte[] named = named(ANNOUNCEMENT, announcement);
        return ByteBuffer.allocate(named.length + Integer.BYTES)
                .put(named)
                .putInt(place)
                .array();
    }

    /** Binds the details of a payment request to it. */
    static byte[] paymentContext(UUID payment) {
        return named(PAYMENT, payment);
    }

    /** Binds what names an object to its submission and to its place in it. */
    static byte[] objectContext(ArrivalNumber submission, int number) {
        return named(OBJECT, submission + "/" + number);
    }

    /** Binds what a row of evidence says to its account and its place in the chain. */
    static byte[] accountRowContext(UUID account, long sequence) {
        byte[] named = named(ACCOUNT_ROW, account);
        return ByteBuffer.allocate(named.length + Long.BYTES)
                .put(named)
                .putLong(sequence)
                .array();
    }

    /** Binds a receipt to what it was given for. */
    static byte[] paperContext(UUID id) {
        return named(PAPER, id);
    }

    static byte[] handoverKeyContext(UUID key) {
        return named(HANDOVER_KEY, key);
    }

    /** Binds what a handover is about to it. */
    static byte[] matterContext(UUID handover) {
        return named(MATTER, handover);
    }

    /** Binds what was chosen to its handover. */
    static byte[] chosenContext(UUID handover) {
        return named(CHOSEN, handover);
    }

    /** Binds the key of tokens to its name. */
    static byte[] tokensKeyContext(UUID key) {
        return named(TOKENS_KEY, key);
    }

    /** Binds tokens to whose they are, where they are taken, and their version. */
    static byte[] tokensContext(PartnerId sender, DestinationId destination, long version) {
        byte[] names = (sender.value() + "\0" + destination.value() + "\0").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(TOKENS.length + names.length + Long.BYTES)
                .put(TOKENS)
                .put(names)
                .putLong(version)
                .array();
    }

    /** Binds something of the OpenID provider to its table and its key there. */
    static byte[] protocolContext(String table, String key) {
        return named(PROTOCOL, table + "\0" + key);
    }

    /** Binds an answer to its question, its call and its item. */
    static byte[] answerContext(UUID question, int call, String item) {
        return named(ANSWER, question + "/" + call + "/" + item);
    }

    /** Binds an agency's handle to its call. */
    static byte[] handleContext(UUID question, int call) {
        return named(HANDLE, question + "/" + call);
    }

    static byte[] questionKeyContext(UUID question) {
        return named(QUESTION_KEY, question);
    }

    /** Binds what a person is known by to the account and to where it counts. */
    static byte[] personContext(UUID account, String place) {
        return named(PERSON, account + "/" + place);
    }

    static byte[] personKeyContext(UUID key) {
        return named(PERSON_KEY, key);
    }

    private static byte[] named(byte[] domain, String ascii) {
        byte[] name = ascii.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(domain.length + name.length)
                .put(domain)
                .put(name)
                .array();
    }

    private static byte[] named(byte[] domain, UUID id) {
        return ByteBuffer.allocate(domain.length + 16)
                .put(domain)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static byte[] seal(byte[] key, byte[] context, byte[] plain, int length) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] sealed = Arrays.copyOf(nonce, length + OVERHEAD);
            cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain, 0, length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** @throws GeneralSecurityException if the bytes, the key or the context are not those of the sealing */
    static byte[] open(byte[] key, byte[] context, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < OVERHEAD) {
            throw new GeneralSecurityException("shorter than nonce and tag");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
