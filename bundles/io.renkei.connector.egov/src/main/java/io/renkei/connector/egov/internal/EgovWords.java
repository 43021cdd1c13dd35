package io.renkei.connector.egov.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words by which a text of e-Gov tells what it is about, for refusals of its formal check and for corrections that are asked
 * for. Of several in one text the first of this list decides, where it means something there: a signature before the attachment
 * that bears it, and an attachment before the certificate that it is.
 */
final class EgovWords {

    private static final List<Word> WORDS = List.of(
            Word.refusing("初回受付番号", EgovCode.REFUSED_FIRST_NUMBER),
            Word.refusing("提出先", EgovCode.REFUSED_OFFICE),
            Word.both("署名", EgovCode.REFUSED_SIGNATURE, EgovCode.REASON_SIGNATURE),
            Word.both("添付", EgovCode.REFUSED_ATTACHMENT, EgovCode.REASON_ATTACHMENT),
            Word.both("証明書", EgovCode.REFUSED_SIGNATURE, EgovCode.REASON_SIGNATURE),
            Word.refusing("手続ID", EgovCode.REFUSED_PROCEDURE),
            Word.refusing("手続識別子", EgovCode.REFUSED_PROCEDURE),
            Word.refusing("様式", EgovCode.REFUSED_PROCEDURE),
            Word.asking("フリガナ", EgovCode.REASON_READING),
            Word.asking("カナ", EgovCode.REASON_READING),
            Word.asking("年月日", EgovCode.REASON_DATE),
            Word.asking("日付", EgovCode.REASON_DATE),
            Word.asking("番号", EgovCode.REASON_NUMBER),
            Word.asking("住所", EgovCode.REASON_ADDRESS));

    private EgovWords() {}

    /** What a refusal with this text is about. */
    static Optional<EgovCode> refusal(String text) {
        return first(text, Word::refusal);
    }

    /** What is to be corrected by this text. */
    static Optional<EgovCode> reason(String text) {
        return first(text, Word::reason);
    }

    private static Optional<EgovCode> first(String text, Function<Word, Optional<EgovCode>> meaning) {
        return WORDS.stream()
                .filter(word -> text.contains(word.text()))
                .flatMap(word -> meaning.apply(word).stream())
                .findFirst();
    }

    /** One word with what it means in a refusal and in what is to be corrected. */
    private record Word(String text, Optional<EgovCode> refusal, Optional<EgovCode> reason) {

        static Word both(String text, EgovCode refusal, EgovCode reason) {
            return new Word(text, Optional.of(refusal), Optional.of(reason));
        }

        static Word refusing(String text, EgovCode refusal) {
            return new Word(text, Optional.of(refusal), Optional.empty());
        }

        static Word asking(String text, EgovCode reason) {
            return new Word(text, Optional.empty(), Optional.of(reason));
        }
    }
}
