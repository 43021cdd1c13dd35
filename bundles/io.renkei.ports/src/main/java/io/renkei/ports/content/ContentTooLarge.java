package io.renkei.ports.content;

import java.io.IOException;

/** The body is larger than the caller allowed; nothing of it was kept. */
public final class ContentTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public ContentTooLarge(long limit) {
        super("the body is larger than " + limit + " bytes");
    }
}
