package io.renkei.ports.notices;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The periods that notices have by the settings in use. Safe for use by several threads; reads nothing remote. */
@ProviderType
public interface NoticePeriods {

    /** The period for an objection (審査請求); empty for a notice that is no decision or was taken back. */
    Optional<Objection> objection(NoticeView notice);

    /**
     * The period for an objection, in days of Japan.
     *
     * @param from the fact that it runs from
     * @param lastDay its last day; empty while that fact has not happened
     * @param limit the last day whatever happens, from the day of issue; empty where the document says none
     */
    record Objection(NoticeFact from, Optional<LocalDate> lastDay, Optional<LocalDate> limit) {

        public Objection {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(lastDay, "lastDay");
            Objects.requireNonNull(limit, "limit");
        }

        /** What a person reads, in English. */
        public String sentence() {
            String what = "The period for an objection runs from the day after the document was "
                    + switch (from) {
                        case FETCHED -> "fetched";
                        case SEEN -> "seen in the inbox";
                        case OPENED -> "opened at a private delivery service";
                        default -> "made available";
                    };
            return what
                    + lastDay.map(day -> "; its last day is " + day + ".")
                            .or(() -> limit.map(day -> "; it ends on " + day + " at the latest."))
                            .orElse(".");
        }

        /** The same in Japanese. */
        public String sentenceJa() {
            String what = "審査請求の期間は、文書を"
                    + switch (from) {
                        case FETCHED -> "取得した日";
                        case SEEN -> "受信箱で確認した日";
                        case OPENED -> "民間送達サービスで開封した日";
                        default -> "受け取れるようになった日";
                    }
                    + "の翌日から起算します。";
            return what
                    + lastDay.map(day -> "最終日は" + japanese(day) + "です。")
                            .or(() -> limit.map(day -> "遅くとも" + japanese(day) + "に終了します。"))
                            .orElse("");
        }

        private static String japanese(LocalDate day) {
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }
    }
}
