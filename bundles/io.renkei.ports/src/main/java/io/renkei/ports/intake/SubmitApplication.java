package io.renkei.ports.intake;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Takes applications. Safe for use by several threads. */
@ProviderType
public interface SubmitApplication {

    /**
     * Takes one application. When this answers {@link Answer.Accepted}, no crash and no power loss loses it.
     *
     * @param sender the authenticated partner
     * @param senderNumber as the door got it (header, element); must agree with the package's own where both are there
     * @param body the package, read once and up to the configured bound
     * @throws IOException if the body cannot be read
     * @throws io.renkei.ports.state.StateUnavailable if the database cannot be had: nothing was taken
     * @throws IntakePaused before the body is read, while an operator pauses the intake
     */
    Answer submit(PartnerId sender, Optional<SenderNumber> senderNumber, InputStream body) throws IOException;

    /**
     * The full verdict on a package (dry run); stores nothing.
     *
     * @throws IOException if the body cannot be read
     */
    CheckReport check(InputStream body) throws IOException;

    /** How the gateway answers a submission. */
    sealed interface Answer {

        /**
         * Accepted now, or accepted before under the same number with the same content.
         *
         * @param receipt compact JWS of media type {@code application/renkei-receipt+jws}; its payload is {@link
         *     io.renkei.ports.intake.Receipt} as JSON; the same bytes at each repetition
         * @param repeated whether it was accepted before
         */
        record Accepted(ArrivalNumber number, byte[] receipt, boolean repeated) implements Answer {}

        /** Refused for these reasons, at least one; nothing is kept but the refusal. */
        record Refused(List<Fault> faults) implements Answer {
            public Refused {
                faults = List.copyOf(faults);
            }
        }

        /** The sender's number was used before for other content. */
        record NumberReused(Fault fault) implements Answer {}

        /** The package has more bytes than are taken. */
        record TooLarge(long limit) implements Answer {}
    }
}
