package io.renkei.connector.etax.internal;

import io.renkei.api.model.DispatchOutcome.Level;
import io.renkei.api.model.DispatchOutcome.Refused;

/** An item that cannot stand in an XTX file. It repeats no value. */
final class ItemRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refused outcome;

    private ItemRefused(EtaxCode code, String item, String place, String number) {
        super(code.code() + " " + item);
        this.outcome = new Refused(Level.TRANSMITTED, code.code(), place, code.both(number));
    }

    static ItemRefused missing(String item) {
        return new ItemRefused(EtaxCode.MISSING_ITEM, item, item, "");
    }

    static ItemRefused wrong(String item) {
        return new ItemRefused(EtaxCode.WRONG_ITEM, item, item, "");
    }

    /** @param position of the character among the characters (code points) of the item, from 1 */
    static ItemRefused character(String item, int position) {
        return new ItemRefused(EtaxCode.CHARACTER, item, item + ":" + position, Integer.toString(position));
    }

    Refused outcome() {
        return outcome;
    }
}
