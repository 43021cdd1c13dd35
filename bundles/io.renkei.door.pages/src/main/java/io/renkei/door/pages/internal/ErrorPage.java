package io.renkei.door.pages.internal;

/** Says what is wrong, in both languages, and where to go on. */
final class ErrorPage {

    private ErrorPage() {}

    /** @param place empty where the sentence says enough */
    static Answer of(Visit visit, PagesCode code, String place) {
        Language other = visit.language().isEnglish() ? Language.JAPANESE : Language.ENGLISH;
        boolean signIn = code == PagesCode.SIGN_IN_FIRST
                || code.status() == 401
                || code.code().startsWith("PAGES-01")
                || code.code().startsWith("PAGES-02");
        Answer answer = Answer.page(
                code.status(),
                View.of("error", visit.say("error_title"))
                        .with("code", code.code())
                        .with("place", place)
                        .with("sentence", code.sentence(visit.language()))
                        .with("other", code.sentence(other))
                        .with("otherLang", other.tag())
                        .with("onward", signIn ? "/people/sign-in" : "/people")
                        .with("onwardLabel", visit.say(signIn ? "to_sign_in" : "to_start")));
        return code.status() == 503 ? answer.with("Retry-After", "60") : answer;
    }
}
