package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.AttributeNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key of one question, open. It prints nothing of itself. */
final class QuestionKey {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionKey.class);

    private final UUID question;
    private final byte[] key;

    private QuestionKey(UUID question, byte[] key) {
        this.question = question;
        this.key = key;
    }

    static byte[] wrappedNew(MasterKey masterKey, UUID question) {
        return masterKey.wrap(Seal.questionKeyContext(question), Seal.randomKey());
    }

    /**
     * @param wrapped null once the question was forgotten
     * @return empty if it was forgotten, or its key was changed in the database
     */
    static Optional<QuestionKey> open(MasterKey masterKey, UUID question, byte[] wrapped) {
        if (wrapped == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QuestionKey(question, masterKey.unwrap(Seal.questionKeyContext(question), wrapped)));
        } catch (GeneralSecurityException e) {
            tampered(question);
            return Optional.empty();
        }
    }

    byte[] seal(int call, String item, List<AttributeNode> values) {
        byte[] plain = AttributeBytes.write(values);
        return Seal.seal(key, Seal.answerContext(question, call, item), plain, plain.length);
    }

    /** Empty if it was changed or moved. */
    Optional<List<AttributeNode>> values(int call, String item, byte[] sealed) {
        return open(Seal.answerContext(question, call, item), sealed).map(AttributeBytes::read);
    }

    byte[] sealHandle(int call, String handle) {
        byte[] plain = handle.getBytes(StandardCharsets.UTF_8);
        return Seal.seal(key, Seal.handleContext(question, call), plain, plain.length);
    }

    /** Empty if there is none, or it was changed or moved: then it is asked for anew. */
    Optional<String> handle(int call, byte[] sealed) {
        return sealed == null
                ? Optional.empty()
                : open(Seal.handleContext(question, call), sealed)
                        .map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> open(byte[] context, byte[] sealed) {
        try {
            return Optional.of(Seal.open(key, context, sealed));
        } catch (GeneralSecurityException e) {
            tampered(question);
            return Optional.empty();
        }
    }

    private static void tampered(UUID question) {
        LOG.error(
                "JOURNAL-041: what is kept of question {} was changed in the database, which is tampering: it is not used."
                        + " Keep the database, and let the person ask again",
                question);
    }
}
