package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** 補正データ送信 (POST apply/amend), 再提出 and 取下げ依頼送信 (POST apply/withdraw). */
final class EgovFollowUps {

    static final String WITHDRAWAL_PROCEDURE = "9990000000000003";

    private static final String KOUSEI = "kousei.xml";
    private static final String FIRST = "初回受付番号";

    private final Parts parts;
    private final EgovCases cases;
    private final EgovChecks checks;

    EgovFollowUps(Parts parts, EgovCases cases, EgovChecks checks) {
        this.parts = parts;
        this.cases = cases;
        this.checks = checks;
    }

    /** A partial correction keeps the number of its case. */
    Answer amend(Call call, String account) throws EgovChecks.Report, IOException {
        JsonNode request = call.json();
        Ledger.Entry entry = cases.find(request.path("arrive_id").asText(), account);
        EgovChecks.Taken taken = checks.check(entry.details().get("procedure"), request.path("send_file"));
        CaseLife life = parts.progress().life(entry);
        require(taken.proof().get("kind").equals("部分補正"), "申請種別");
        require(taken.proof().get("first").equals(entry.remoteId()), FIRST);
        boolean asked = life.waits()
                && EgovNotices.correctType(life.asked().orElseThrow()).equals("部分補正");
        require(asked && life.withdrawal() != CaseLife.Withdrawal.ASKED, FIRST);
        Map<String, String> details = new LinkedHashMap<>(taken.proof());
        details.put("key", taken.filing());
        Ledger.Entry kept = parts.ledger()
                .append(
                        entry.destination(),
                        entry.filing(),
                        CaseLife.CORRECTED,
                        n -> entry.remoteId(),
                        taken.digest(),
                        details);
        return EgovCases.answer(
                Map.of("arrive_id", entry.remoteId(), "amend_date", EgovCases.TIME.format(kept.at())), Map.of());
    }

    /**
     * Whether a sent file may be a new case: a resubmission names the case that waits for it, a new application none.
     *
     * @return the case that it replaces, or null
     */
    Ledger.Entry replaced(EgovChecks.Taken taken, String account) throws EgovChecks.Report {
        String first = taken.proof().get("first");
        if (!taken.proof().get("kind").equals("再提出")) {
            require(first.isEmpty(), FIRST);
            return null;
        }
        try {
            Ledger.Entry entry = cases.find(first, account);
            CaseLife life = parts.progress().life(entry);
            boolean asked = life.waits()
                    && EgovNotices.correctType(life.asked().orElseThrow()).equals("再提出");
            require(asked && !life.isReplaced(), FIRST);
            return entry;
        } catch (Refusal e) {
            throw new EgovChecks.Report(KOUSEI, FIRST, "構成管理XML.初回受付番号に誤りがあります");
        }
    }

    /** A resubmission ends the case before. */
    void replace(Ledger.Entry before, Ledger.Entry by) {
        parts.ledger()
                .append(
                        before.destination(),
                        before.filing(),
                        CaseLife.REPLACED,
                        n -> by.remoteId(),
                        "",
                        Map.of("key", by.filing()));
    }

    Answer withdraw(Call call, String account) throws EgovChecks.Report, IOException {
        JsonNode request = call.json();
        Ledger.Entry entry = cases.find(request.path("arrive_id").asText(), account);
        EgovChecks.Taken taken = checks.check(WITHDRAWAL_PROCEDURE, request.path("send_file"));
        require(taken.proof().get("first").equals(entry.remoteId()), FIRST);
        if (parts.caseOrders().rejectsWithdrawals(entry.destination()) || !cases.isWithdrawable(entry)) {
            throw new EgovChecks.Report("-", "取下げ", "取下げ依頼ができない案件です");
        }
        Ledger.Entry kept = parts.caseOrders().withdraw(entry, Map.of("key", taken.filing()), taken.digest());
        return EgovCases.answer(
                Map.of("arrive_id", entry.remoteId(), "withdraw_date", EgovCases.TIME.format(kept.at())), Map.of());
    }

    private static void require(boolean holds, String item) throws EgovChecks.Report {
        if (!holds) {
            throw new EgovChecks.Report(KOUSEI, item, "構成管理XML." + item + "に誤りがあります");
        }
    }
}
