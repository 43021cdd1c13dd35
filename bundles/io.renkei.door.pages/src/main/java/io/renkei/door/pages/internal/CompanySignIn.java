package io.renkei.door.pages.internal;

import io.renkei.door.pages.internal.CompanyProvider.Attempt;
import io.renkei.door.pages.internal.CompanyProvider.NotSignedIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-in by a company account: the code flow with PKCE. State, nonce and verifier wait in a cookie of the browser that began it, so
 * that an answer that was begun elsewhere, or comes a second time, is none, and any node can take it.
 */
final class CompanySignIn {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SignIn signIn;
    private final CompanyProvider provider;

    CompanySignIn(SignIn signIn, CompanyProvider provider) {
        this.signIn = signIn;
        this.provider = provider;
    }

    Answer begin(Visit visit) throws Refused {
        if (!provider.isOffered()) {
            throw new Refused(PagesCode.COMPANY_OFF);
        }
        Attempt attempt = new Attempt(
                random(), random(), random(), signIn.onward(visit.begunHere().field("to")));
        return Answer.see(provider.authorization(attempt, redirect(visit)).toString())
                .cookie(Cookies.set(Cookies.COMPANY, write(attempt), LIFE));
    }

    Answer back(Visit visit) throws Refused {
        Attempt attempt = read(visit.cookie(Cookies.COMPANY))
                .filter(begun -> MessageDigest.isEqual(
                        begun.state().getBytes(StandardCharsets.US_ASCII),
                        visit.field("state").getBytes(StandardCharsets.UTF_8)))
                .orElseThrow(() -> new Refused(PagesCode.COMPANY_STATE));
        Map<String, String> answer = new LinkedHashMap<>();
        visit.fields().forEach((name, values) -> answer.put(name, values.get(0)));
        try {
            return signIn.signedIn(visit, provider.finish(answer, attempt, redirect(visit)), attempt.to())
                    .cookie(Cookies.drop(Cookies.COMPANY));
        } catch (NotSignedIn e) {
            return ErrorPage.of(visit, e.code(), "").cookie(Cookies.drop(Cookies.COMPANY));
        }
    }

    private static URI redirect(Visit visit) {
        return URI.create(visit.settings().people() + "/people/sign-in/company/back");
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    private static String write(Attempt attempt) {
        return String.join(
                ".",
                attempt.state(),
                attempt.nonce(),
                attempt.verifier(),
                BASE64.encodeToString(attempt.to().getBytes(StandardCharsets.US_ASCII)));
    }

    private static Optional<Attempt> read(String cookie) {
        String[] parts = cookie.split("\\.");
        if (parts.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Attempt(
                    parts[0],
                    parts[1],
                    parts[2],
                    new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
