package io.renkei.format.egov;

import io.renkei.api.model.FilingContent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One filing that the gateway makes.
 *
 * @param mark for the remark
 * @param office where it goes; if empty, the item {@code hello-work.office} says so
 * @param content its items
 * @param attachments in order
 * @param kind 申請種別
 * @param firstReceipt 初回受付番号: the 到達番号 of the case that is corrected, or empty text for a new application
 */
public record EgovCase(
        CaseMark mark,
        EgovProcedure procedure,
        Optional<EgovOffice> office,
        FilingContent content,
        List<CaseFile> attachments,
        Kind kind,
        String firstReceipt) {

    private static final Pattern RECEIPT = Pattern.compile("[0-9]{16,18}");

    /** 申請種別. */
    public enum Kind {
        /** 新規申請. */
        NEW("新規申請"),
        /** 部分補正: to a case that waits for it. */
        PARTIAL("部分補正"),
        /** 再提出: in place of a case. */
        AGAIN("再提出");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As e-Gov writes it. */
        public String word() {
            return word;
        }
    }

    /** A new application (新規申請). */
    public EgovCase(
            CaseMark mark,
            EgovProcedure procedure,
            Optional<EgovOffice> office,
            FilingContent content,
            List<CaseFile> attachments) {
        this(mark, procedure, office, content, attachments, Kind.NEW, "");
    }

    /** @throws IllegalArgumentException if a new application names another case, or another kind names none */
    public EgovCase {
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(content, "content");
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(kind, "kind");
        boolean names = RECEIPT.matcher(firstReceipt).matches();
        if (kind == Kind.NEW ? !firstReceipt.isEmpty() : !names) {
            throw new IllegalArgumentException("a correction names the case that it answers, a new application none");
        }
    }

    @Override
    public String toString() {
        return "EgovCase[" + mark.filing() + "]";
    }

    /**
     * One attachment (添付書類).
     *
     * @param title 添付書類名称
     * @param file 添付書類ファイル名称, a plain name
     */
    public record CaseFile(String title, String file, byte[] bytes) {

        /** @throws IllegalArgumentException if the name is no plain one */
        public CaseFile {
            if (file.isEmpty() || file.matches("\\.\\.?|.*[/\\\\:\\p{Cntrl}].*")) {
                throw new IllegalArgumentException("an attachment has a plain file name");
            }
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public String toString() {
            return "CaseFile";
        }
    }
}
