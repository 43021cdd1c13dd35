package io.renkei.door.pages.internal;

import io.renkei.ports.people.Authenticator;
import java.net.URI;
import java.util.Map;

/** A provider of company accounts, as the sign-in needs it. Safe for use by several threads. */
public interface CompanyProvider {

    /** Whether one is configured. */
    boolean isOffered();

    /** Which kinds of account may sign in, as a person reads it. */
    String kinds(Language language);

    /** Where the browser is sent to. */
    URI authorization(Attempt attempt, URI redirect);

    /**
     * Exchanges the code of the provider's answer and verifies what comes.
     *
     * @param answer the query of the answer
     * @throws NotSignedIn with what to tell the person
     */
    Authenticator.CompanyAccount finish(Map<String, String> answer, Attempt attempt, URI redirect) throws NotSignedIn;

    /**
     * One sign-in, kept by the browser that began it.
     *
     * @param verifier of PKCE (RFC 7636)
     * @param to where to go on afterwards
     */
    record Attempt(String state, String nonce, String verifier, String to) {
        @Override
        public String toString() {
            return "attempt";
        }
    }

    /** Why nobody was signed in. */
    final class NotSignedIn extends Exception {

        private static final long serialVersionUID = 1L;

        private final PagesCode code;

        NotSignedIn(PagesCode code) {
            super(code.code(), null, false, false);
            this.code = code;
        }

        PagesCode code() {
            return code;
        }
    }

    /** None is configured. */
    CompanyProvider NONE = new CompanyProvider() {

        @Override
        public boolean isOffered() {
            return false;
        }

        @Override
        public String kinds(Language language) {
            return "";
        }

        @Override
        public URI authorization(Attempt attempt, URI redirect) {
            throw new IllegalStateException("no provider is configured");
        }

        @Override
        public Authenticator.CompanyAccount finish(Map<String, String> answer, Attempt attempt, URI redirect)
                throws NotSignedIn {
            throw new NotSignedIn(PagesCode.COMPANY_OFF);
        }
    };
}
