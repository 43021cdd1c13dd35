package io.renkei.tools.sample;

import io.renkei.api.model.SenderNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Signed applications of about 10 KB, each with a number of its own, made before they are needed. */
public final class SignedPackages {

    private final Applicants applicants;
    private final LocalDate start;

    /** @param start the day of employment */
    public SignedPackages(Path pki, LocalDate start) throws IOException, GeneralSecurityException {
        this.applicants = new Applicants(pki);
        this.start = start;
    }

    /** One of them. */
    public record Signed(SenderNumber number, byte[] bytes) {

        @Override
        public String toString() {
            return "Signed[" + number + "]";
        }
    }

    /** @param prefix of the senders' numbers */
    public Signed sign(String prefix, int number) {
        SenderNumber own = new SenderNumber(prefix + "-" + number);
        try {
            return new Signed(own, applicants.largeHire(own, start));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the sandbox's applicant cannot sign", e);
        }
    }

    /** Signs on all processors. */
    public List<Signed> sign(String prefix, int from, int count) {
        return IntStream.range(from, from + count)
                .parallel()
                .mapToObj(number -> sign(prefix, number))
                .toList();
    }
}
