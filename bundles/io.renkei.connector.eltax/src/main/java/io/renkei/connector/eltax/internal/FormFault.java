package io.renkei.connector.eltax.internal;

import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Refused;

/** The form cannot be written from these items; nothing was sent. It repeats no value. */
final class FormFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final EltaxCode code;
    private final String place;

    FormFault(EltaxCode code, String item) {
        super(code.code() + " " + item);
        this.code = code;
        this.place = item;
    }

    /** @param position of the character in the item, from 1 */
    static FormFault at(EltaxCode code, String item, int position) {
        return new FormFault(code, item + ":" + position);
    }

    EltaxCode code() {
        return code;
    }

    /** The item, and where it has one the position after a colon. */
    String place() {
        return place;
    }

    Refused refused() {
        return new Refused(Level.ARRIVED, code.code(), place, code.sentenceJa());
    }
}
