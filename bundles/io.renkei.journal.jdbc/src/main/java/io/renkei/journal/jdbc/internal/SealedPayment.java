package io.renkei.journal.jdbc.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import io.renkei.ports.payments.PayEasyNumber;
import io.renkei.ports.payments.PaymentDetails;
import io.renkei.ports.payments.PaymentId;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A payment request whose details are still encrypted.
 *
 * @param wrappedKey null when the key of the case was destroyed
 * @param details null when they were erased with it
 */
record SealedPayment(PaymentView bare, UUID caseKey, byte[] wrappedKey, byte[] details) {

    private static final Logger LOG = LoggerFactory.getLogger(SealedPayment.class);

    /** How the details are written; a later form gets the next number. */
    private static final int FORM = 1;

    private static final String READ = "select p.id, p.destination, p.sender_number, p.arrival_number, p.filing_seq,"
            + " p.state, p.due_on, p.requested_at, p.changed_at, p.paid_on, p.sealed, c.case_key, k.wrapped"
            + " from payment p join application a on a.arrival_number = p.arrival_number"
            + " join content c on c.id = a.content_id join case_key k on k.id = c.case_key where ";

    /** @param condition on a payment {@code p}, with order and limit */
    static List<SealedPayment> read(Tx tx, String condition, Object... values) throws SQLException {
        return tx.query(READ + condition, SealedPayment::of, values);
    }

    static byte[] seal(byte[] key, PaymentId id, PaymentDetails details) {
        byte[] plain = write(details);
        return Seal.seal(key, Seal.paymentContext(id.value()), plain, plain.length);
    }

    /** Empty when it was erased, or cannot be opened any more: it must not hide the others. */
    Optional<PaymentDetails> open(CaseKeys keys) {
        if (wrappedKey == null || details == null) {
            return Optional.empty();
        }
        try {
            byte[] key = keys.unwrap(caseKey, wrappedKey);
            return Optional.of(read(Seal.open(key, Seal.paymentContext(bare.id().value()), details)));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            LOG.error(
                    "JOURNAL-029: the details of payment request {} were changed in the database, which is tampering: keep"
                            + " the database and restore from the backup",
                    bare.id());
            return Optional.empty();
        }
    }

    private static byte[] write(PaymentDetails details) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeLong(details.yen());
            PayEasyNumber payEasy = details.payEasy();
            for (String text : List.of(
                    details.title(),
                    details.titleEn(),
                    payEasy.facility(),
                    payEasy.number(),
                    payEasy.confirmation(),
                    payEasy.category(),
                    details.link())) {
                out.writeUTF(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static PaymentDetails read(byte[] plain) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
            if (in.readByte() != FORM) {
                throw new IOException("the details are written in a form that this gateway does not know");
            }
            long yen = in.readLong();
            String title = in.readUTF();
            String titleEn = in.readUTF();
            PayEasyNumber payEasy = new PayEasyNumber(in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
            return new PaymentDetails(title, titleEn, yen, payEasy, in.readUTF());
        }
    }

    private static SealedPayment of(ResultSet row) throws SQLException {
        return new SealedPayment(
                new PaymentView(
                        new PaymentId(row.getObject("id", UUID.class)),
                        new DestinationId(row.getString("destination")),
                        new SenderNumber(row.getString("sender_number")),
                        new FilingKey(new ArrivalNumber(row.getString("arrival_number")), row.getInt("filing_seq")),
                        PaymentState.valueOf(row.getString("state")),
                        row.getObject("due_on", LocalDate.class),
                        Tx.instant(row, "requested_at"),
                        Tx.instant(row, "changed_at"),
                        Optional.ofNullable(row.getObject("paid_on", LocalDate.class)),
                        Optional.empty()),
                row.getObject("case_key", UUID.class),
                row.getBytes("wrapped"),
                row.getBytes("sealed"));
    }

    @Override
    public String toString() {
        return "SealedPayment[" + bare.id() + "]";
    }
}
