package io.renkei.door.pages.internal;

import java.util.Objects;

/** Why a visit leads nowhere; shown as a page with code, place and sentence. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final PagesCode code;
    private final String place;

    Refused(PagesCode code) {
        this(code, "");
    }

    /** @param place what the sentence is about, such as a number of an item; no personal data */
    Refused(PagesCode code, String place) {
        super(code.code(), null, false, false);
        this.code = code;
        this.place = Objects.requireNonNull(place, "place");
    }

    PagesCode code() {
        return code;
    }

    String place() {
        return place;
    }
}
