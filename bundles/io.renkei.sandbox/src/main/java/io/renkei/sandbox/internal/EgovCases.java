package io.renkei.sandbox.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cases of e-Gov as its API shows them; a case is seen by its account only. */
final class EgovCases {

    static final String FETCHED = "document-fetched";

    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(JAPAN);
    /** 取得期限, as portals keep documents for 90 days. */
    private static final Duration LIFE = Duration.ofDays(90);

    private static final Map<String, String> AUTHORS =
            Map.of("hello-work", "公共職業安定所", "social-insurance-online", "日本年金機構");
    private static final int MOST = 50;

    private final Parts parts;

    EgovCases(Parts parts) {
        this.parts = parts;
    }

    /** The answer to a submission. */
    Answer applied(Ledger.Entry entry) {
        Map<String, Object> results = head(entry);
        results.put("apply_type", entry.details().getOrDefault("kind", "新規申請"));
        results.put("apply_form", Map.of("form", List.of(), "attached_file", List.of()));
        return answer(results, Map.of("status", "/shinsei/v2/apply/" + entry.remoteId()));
    }

    Answer list(String destination, String account, Map<String, String> query) {
        LocalDate from = day(query.get("date_from"));
        LocalDate to = day(query.get("date_to"));
        int limit = number(query.getOrDefault("limit", "50"), MOST);
        int page = number(query.getOrDefault("offset", "1"), 9_999);
        List<Ledger.Entry> all = parts.ledger().after(0).stream()
                .filter(e -> isCase(e, account))
                .filter(e -> destination.isEmpty() || destination.equals(e.destination()))
                .filter(e -> within(e.at(), from, to))
                .toList();
        List<Map<String, Object>> shown = all.stream()
                .skip((long) (page - 1) * limit)
                .limit(limit)
                .map(this::line)
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("metadata", Map.of("title", "申請案件一覧取得", "detail", "-"));
        answer.put("resultset", Map.of("all_count", all.size(), "limit", limit, "offset", page, "count", shown.size()));
        answer.put("results", Map.of("apply_list", shown));
        return Answer.json(200, answer);
    }

    Answer one(String arriveId, String account) {
        Ledger.Entry entry = find(arriveId, account);
        Map<String, Object> results = line(entry);
        boolean issued = isIssued(entry);
        results.put("withdraw_flag", isWithdrawable(entry));
        List<Map<String, Object>> payments = new EgovPayments(parts.ledger()).of(entry);
        results.put(
                "pay_status",
                payments.isEmpty() ? "-" : payments.get(payments.size() - 1).get("pay_status"));
        results.put("apply_pay_count", payments.size());
        List<Map<String, Object>> notices = new EgovNotices(parts).of(entry);
        results.put("notice_count", notices.size());
        results.put("doc_count", issued ? 1 : 0);
        results.put("notice_list", notices);
        results.put("official_list", issued ? List.of(official(entry)) : List.of());
        return answer(results, Map.of());
    }

    /** 電子納付情報一覧. */
    Answer payments(String arriveId, String account) {
        Ledger.Entry entry = find(arriveId, account);
        return answer(Map.of("apply_pay_list", new EgovPayments(parts.ledger()).of(entry)), Map.of());
    }

    /** @param path arrive_id, slash, notice_sub_id */
    Answer document(String path, String account) {
        Ledger.Entry entry = issued(path, account);
        byte[] document = parts.documents()
                .issue(
                        entry.destination(),
                        AUTHORS.get(entry.destination()),
                        "資格取得確認通知書",
                        entry,
                        parts.progress().at(entry, Progress.Step.DECIDED),
                        false);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(entry.remoteId() + ".xml", document);
        files.put("kagami.xsl", "<xsl/>".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("file_data", Base64.getEncoder().encodeToString(Zips.write(files)));
        results.put(
                "file_name_list",
                files.keySet().stream().map(name -> Map.of("file_name", name)).toList());
        return answer(results, Map.of("complete", "/shinsei/v2/official_document"));
    }

    /** 公文書取得完了; once more is no error. */
    Answer fetched(JsonNode request, String account) {
        String arriveId = request.path("arrive_id").asText();
        Ledger.Entry entry =
                issued(arriveId + "/" + request.path("notice_sub_id").asText(), account);
        Ledger.Entry fetched = parts.ledger()
                .first(entry.destination(), entry.filing(), FETCHED)
                .orElseGet(() -> parts.ledger()
                        .append(entry.destination(), entry.filing(), FETCHED, n -> arriveId, "", Map.of()));
        return answer(
                Map.of("proc_name", "手続", "doc_title", "通知書", "download_date", TIME.format(fetched.at())), Map.of());
    }

    private Map<String, Object> official(Ledger.Entry entry) {
        Map<String, Object> official = new LinkedHashMap<>();
        official.put("notice_sub_id", 1);
        official.put("doc_title", "資格取得確認通知書");
        official.put("issue_date", TIME.format(parts.progress().at(entry, Progress.Step.DECIDED)));
        official.put("sign", "あり");
        official.put(
                "download_expired_date",
                TIME.format(parts.progress().at(entry, Progress.Step.DECIDED).plus(LIFE)));
        official.put(
                "download_date",
                parts.ledger()
                        .first(entry.destination(), entry.filing(), FETCHED)
                        .map(e -> TIME.format(e.at()))
                        .orElse("-"));
        return official;
    }

    private Map<String, Object> line(Ledger.Entry entry) {
        Map<String, Object> line = head(entry);
        line.put("status", word(entry));
        line.put("file_name", entry.filing() + ".zip");
        return line;
    }

    /** The wire value; its brackets are full-width. */
    private String word(Ledger.Entry entry) {
        CaseLife life = parts.progress().life(entry);
        if (life.withdrawal() == CaseLife.Withdrawal.ASKED) {
            return "到達（取下げ処理中）";
        }
        boolean ended = life.isReplaced() || life.withdrawal() == CaseLife.Withdrawal.ACCEPTED;
        return life.waits() && !ended
                ? "審査中（補正待ち）"
                : parts.progress().step(entry).word();
    }

    boolean isWithdrawable(Ledger.Entry entry) {
        CaseLife life = parts.progress().life(entry);
        return life.withdrawal() != CaseLife.Withdrawal.ASKED
                && !life.isReplaced()
                && !parts.progress().step(entry).reached(Progress.Step.DECIDED);
    }

    private static Map<String, Object> head(Ledger.Entry entry) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("arrive_id", entry.remoteId());
        head.put("arrive_date", TIME.format(entry.at()));
        head.put("corporation_name", "-");
        head.put("applicant_name", "-");
        head.put("proc_name", entry.details().get("procedure"));
        head.put("submission_destination", AUTHORS.get(entry.destination()));
        return head;
    }

    private Ledger.Entry issued(String path, String account) {
        String[] names = path.split("/");
        Ledger.Entry entry = find(names[0], account);
        if (names.length != 2 || !names[1].equals("1") || !isIssued(entry)) {
            throw new Refusal(404, "There is no such document.");
        }
        return entry;
    }

    /** A filing that was sent twice has two cases and one document, with the first. */
    private boolean isIssued(Ledger.Entry entry) {
        return !entry.doubled() && parts.progress().isDecided(entry);
    }

    /** @throws Refusal (404) if the account has no such case */
    Ledger.Entry find(String arriveId, String account) {
        return EgovSimulator.DESTINATIONS.values().stream()
                .map(destination -> parts.ledger().byRemoteId(destination, arriveId, Ledger.SUBMISSION))
                .flatMap(Optional::stream)
                .filter(entry -> isCase(entry, account))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "There is no such case."));
    }

    private static boolean isCase(Ledger.Entry entry, String account) {
        return entry.kind().equals(Ledger.SUBMISSION)
                && EgovSimulator.DESTINATIONS.containsValue(entry.destination())
                && account.equals(entry.details().get("account"));
    }

    private static boolean within(Instant at, LocalDate from, LocalDate to) {
        LocalDate day = at.atZone(JAPAN).toLocalDate();
        return !day.isBefore(from) && !day.isAfter(to);
    }

    static Answer answer(Map<String, Object> results, Map<String, String> links) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("metadata", Map.of("title", "-", "detail", "-", "type", "-", "instance", "-"));
        answer.put("results", results);
        answer.put("_links", links);
        return Answer.json(200, answer);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw new Refusal(400, "The period is date_from and date_to, YYYY-MM-DD.");
        }
    }

    private static int number(String text, int most) {
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new Refusal(400, "A number is out of its range.");
        }
        return Integer.parseInt(text);
    }
}
