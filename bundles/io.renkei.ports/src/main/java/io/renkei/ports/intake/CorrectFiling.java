package io.renkei.ports.intake;

import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Takes what an applicant changed in one filing, or takes back. Safe for use by several threads. */
@ProviderType
public interface CorrectFiling {

    /** The most characters of the reason of a withdrawal. */
    int MAX_REASON = 400;

    /**
     * Takes a correction of exactly one filing: a signed package in the formats of a submission that covers this filing
     * and no other procedure. When this answers {@link Answer.Accepted}, no crash and no power loss loses it.
     *
     * @param sender the authenticated partner; another's filing answers like an unknown one
     * @param senderNumber as the door got it; unique among the corrections of the filing
     * @param body the package, read once and up to the configured bound
     * @throws IOException if the body cannot be read
     * @throws io.renkei.ports.state.StateUnavailable if the database cannot be had: nothing was taken
     * @throws IntakePaused before the body is read, while an operator pauses the intake
     */
    Answer correct(PartnerId sender, FilingKey filing, Optional<SenderNumber> senderNumber, InputStream body)
            throws IOException;

    /**
     * Takes a filing back. Repeating it is answered as it stands then.
     *
     * @param reason as the applicant wrote it, {@value #MAX_REASON} characters at most, or empty text
     * @throws io.renkei.ports.state.StateUnavailable if the database cannot be had: nothing was taken
     */
    Answer withdraw(PartnerId sender, FilingKey filing, String reason);

    /** How the gateway answers. */
    sealed interface Answer {

        /**
         * A correction is accepted now, or was before under the same number with the same content.
         *
         * @param filing its own key
         * @param receipt compact JWS, as of a submission
         */
        record Accepted(FilingKey filing, byte[] receipt, boolean repeated) implements Answer {}

        /** Refused for these reasons, at least one; nothing is kept but the refusal. */
        record Refused(List<Fault> faults) implements Answer {
            public Refused {
                faults = List.copyOf(faults);
            }
        }

        /** The sender's number was used before for other content, or the filing cannot be answered like this now. */
        record Conflict(Fault fault) implements Answer {}

        /** The package has more bytes than are taken. */
        record TooLarge(long limit) implements Answer {}

        /** This partner has no such filing. */
        record NoSuchFiling() implements Answer {}

        /** Withdrawn: nothing of it was at its destination, or the destination agreed. */
        record Withdrawn() implements Answer {}

        /** The withdrawal goes, or went, to the destination, which has to answer. */
        record WithdrawalAsked(FilingKey withdrawal) implements Answer {}
    }
}
