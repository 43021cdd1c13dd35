package io.renkei.door.pages.internal;

import java.lang.annotation.Annotation;

/** The settings with some values set. */
record PagesConfigOf(String people, String certificate, int seconds) implements PagesConfig {

    @Override
    public String people_address() {
        return people;
    }

    @Override
    public String certificate_address() {
        return certificate;
    }

    @Override
    public int waiting_seconds() {
        return seconds;
    }

    @Override
    public int requests_at_once() {
        return 64;
    }

    @Override
    public int answers_shown_minutes() {
        return 30;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return PagesConfig.class;
    }
}
