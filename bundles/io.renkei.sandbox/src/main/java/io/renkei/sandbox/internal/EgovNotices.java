package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** 申請案件に関する通知: what e-Gov says of corrections and withdrawals of a case. */
final class EgovNotices {

    private static final Set<String> KINDS = Set.of(CaseLife.ASKED, CaseLife.WITHDRAWN, CaseLife.WITHDRAWAL_REFUSED);

    private final Parts parts;

    EgovNotices(Parts parts) {
        this.parts = parts;
    }

    /** As they stand in a case, by their notice_sub_id. */
    List<Map<String, Object>> of(Ledger.Entry submission) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Ledger.Entry entry : entries(submission)) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("notice_sub_id", lines.size() + 1);
            line.put("notice_issue_date", EgovCases.TIME.format(entry.at()));
            line.put("type", entry.kind().equals(CaseLife.ASKED) ? "補正" : "取下げ");
            line.put("title", title(entry));
            lines.add(line);
        }
        return lines;
    }

    /** One of them whole. */
    Answer one(Ledger.Entry submission, String number) {
        List<Ledger.Entry> all = entries(submission);
        if (!number.matches("[0-9]{1,3}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > all.size()) {
            throw new Refusal(404, "There is no such notice.");
        }
        Ledger.Entry entry = all.get(Integer.parseInt(number) - 1);
        boolean correction = entry.kind().equals(CaseLife.ASKED);
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("notice_type", correction ? "補正" : "取下げ");
        notice.put("correct_type", correction ? correctType(entry) : "-");
        notice.put("correct_expired_date", correction ? deadline(entry) : "-");
        notice.put("correct_completed_date", correction ? completed(submission, entry) : "-");
        notice.put("notice_title", title(entry));
        notice.put("notice_sentence", correction ? sentence(entry) : title(entry));
        notice.put("attached_file_list", List.of());
        return EgovCases.answer(Map.of("notice", notice), Map.of());
    }

    private List<Ledger.Entry> entries(Ledger.Entry submission) {
        boolean any = parts.ledger().last(submission.destination(), submission.filing()).keySet().stream()
                .anyMatch(KINDS::contains);
        return any
                ? parts.ledger().after(submission.number()).stream()
                        .filter(entry -> KINDS.contains(entry.kind())
                                && entry.destination().equals(submission.destination())
                                && entry.filing().equals(submission.filing()))
                        .toList()
                : List.of();
    }

    private String completed(Ledger.Entry submission, Ledger.Entry asked) {
        return parts.ledger().after(asked.number()).stream()
                .filter(entry -> entry.kind().equals(CaseLife.CORRECTED)
                        && entry.destination().equals(submission.destination())
                        && entry.filing().equals(submission.filing()))
                .findFirst()
                .map(entry -> EgovCases.TIME.format(entry.at()))
                .orElse("-");
    }

    private static String title(Ledger.Entry entry) {
        return switch (entry.kind()) {
            case CaseLife.ASKED -> "補正のお願い";
            case CaseLife.WITHDRAWN -> "取下げ承認";
            default -> "取下げ却下";
        };
    }

    static String correctType(Ledger.Entry asked) {
        return asked.details().get("kind").equals("WHOLE") ? "再提出" : "部分補正";
    }

    private static String deadline(Ledger.Entry asked) {
        String deadline = asked.details().get("deadline");
        return deadline.isEmpty() ? "-" : EgovCases.TIME.format(Instant.parse(deadline));
    }

    /** One line per reason, the item in brackets. */
    private static String sentence(Ledger.Entry asked) {
        List<String> lines = new ArrayList<>();
        for (JsonNode reason : Answer.tree(asked.details().get("reasons"))) {
            String item = reason.path("item").asText("");
            lines.add((item.isEmpty() ? "" : "【" + item + "】")
                    + reason.path("text").asText(""));
        }
        return String.join("\n", lines);
    }
}
