package io.renkei.connector.sftp.internal;

/** What a ministry reads in the files that the gateway writes, in Japanese and English. */
final class Words {

    private Words() {}

    /** @param notice the gateway's number of the document */
    static String receipt(String notice) {
        return """
                受領票
                この文書は保存されました。お問い合わせの際は受付IDをお知らせください。
                受付ID: %1$s

                Receipt
                The document is stored. Name the notice when you ask about it.
                Notice: %1$s
                """.formatted(notice);
    }

    /**
     * @param reason what happened
     * @param code of the one who found it
     * @param notice the gateway's number of the document, or empty text where it was not stored
     */
    static String reason(SftpCode reason, String code, String notice) {
        return """
                理由
                %1$s
                コード: %3$s
                受付ID: %4$s

                Reason
                %2$s
                Code: %3$s
                Notice: %4$s
                """.formatted(reason.sentenceJa(), reason.sentence(), code, notice.isEmpty() ? "-" : notice);
    }
}
