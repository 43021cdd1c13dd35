package io.renkei.ports.state;

import io.renkei.api.model.FilingKey;

/** How the database answered a correction. */
public sealed interface CorrectionAdmission {

    /** Written; it waits on its queue. */
    record Admitted(FilingView correction) implements CorrectionAdmission {}

    /**
     * The sender's number was used before for the same filing with the same content: nothing was written.
     *
     * @param receipt the first receipt, byte for byte
     */
    record Repeated(FilingKey key, byte[] receipt) implements CorrectionAdmission {

        public Repeated {
            receipt = receipt.clone();
        }

        @Override
        public byte[] receipt() {
            return receipt.clone();
        }
    }

    /** The sender's number was used before for the same filing with other content: nothing was written. */
    record NumberReused() implements CorrectionAdmission {}

    /** The sequence of the key is not the next one any more: nothing was written; take another. */
    record KeyTaken() implements CorrectionAdmission {}

    /** The filing waits for no correction, or one is on its way: nothing was written. */
    record NotOpen(FilingView now) implements CorrectionAdmission {}
}
