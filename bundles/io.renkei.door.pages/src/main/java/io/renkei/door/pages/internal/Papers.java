package io.renkei.door.pages.internal;

import io.renkei.api.spi.CertificateReader.Certificate;
import io.renkei.ports.holdings.BundleView.Item;
import io.renkei.ports.holdings.BundleView.Part;
import io.renkei.ports.holdings.BundleView.PartState;
import io.renkei.ports.holdings.DeductionCertificate;
import io.renkei.ports.holdings.DeductionKinds;
import io.renkei.ports.holdings.HoldingRef;
import io.renkei.ports.holdings.Verdict;
import io.renkei.ports.linkage.DeductionWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Deduction certificates (控除証明書等), as a person reads them. */
final class Papers {

    private Papers() {}

    /**
     * One delivery service, and what came of it.
     *
     * @param state of its badge
     * @param missing the code, where it does not answer; empty text where it did
     * @param waits whether more may come
     */
    record ServiceRow(
            String anchor,
            String name,
            String state,
            String said,
            String missing,
            boolean waits,
            String progress,
            List<PaperRow> papers) {}

    /**
     * One certificate.
     *
     * @param good whether it is verified, and may be chosen where something is to be chosen
     * @param code why it is not; empty text if it is
     */
    record PaperRow(
            String id,
            String value,
            String name,
            String number,
            String state,
            String said,
            String code,
            boolean good,
            boolean checked,
            String issuer,
            String issued,
            List<Items.NodeRow> nodes) {}

    /** What came so far, without content. */
    static List<ServiceRow> gathered(Ports ports, Visit visit, List<Part> parts) {
        return rows(
                ports,
                visit,
                parts,
                (item, id) -> row(visit, item, id, item.judgement().isVerified()));
    }

    /** What can be chosen, with its content. @param checked whether one is chosen already */
    static List<ServiceRow> toChoose(
            Ports ports, Visit visit, List<Part> parts, List<DeductionCertificate> readable, Set<HoldingRef> checked) {
        Map<HoldingRef, DeductionCertificate> known =
                readable.stream().collect(Collectors.toMap(DeductionCertificate::from, Function.identity()));
        return rows(
                ports,
                visit,
                parts,
                (item, id) -> Optional.ofNullable(known.get(item.from()))
                        .map(certificate ->
                                row(visit, item, id, certificate.certificate(), checked.contains(item.from())))
                        .orElseGet(() -> row(visit, item, id, false)));
    }

    private static List<ServiceRow> rows(
            Ports ports, Visit visit, List<Part> parts, BiFunction<Item, String, PaperRow> row) {
        List<ServiceRow> rows = new ArrayList<>();
        for (Part part : parts) {
            List<PaperRow> papers = new ArrayList<>();
            for (Item item : part.items()) {
                papers.add(row.apply(item, "certificate-" + rows.size() + "-" + papers.size()));
            }
            rows.add(new ServiceRow(
                    "service-" + part.service(),
                    HandoverPages.siteName(ports, visit, part.service()),
                    badge(part.state()),
                    visit.say("service_" + part.state().name().toLowerCase(Locale.ROOT)),
                    part.code(),
                    part.state() == PartState.COLLECTING,
                    part.listed() == 0
                            ? ""
                            : visit.say("service_progress", part.items().size(), part.listed()),
                    papers));
        }
        return rows;
    }

    private static String badge(PartState state) {
        return switch (state) {
            case COLLECTING -> "pending";
            case COMPLETE -> "found";
            case MISSING -> "failed";
        };
    }

    private static PaperRow row(Visit visit, Item item, String id, boolean good) {
        Verdict verdict = item.judgement().verdict();
        // Verified, and not to be had any more: the link over which it came has ended.
        String said = verdict == Verdict.VERIFIED && !good
                ? "paper_withdrawn"
                : "paper_" + verdict.name().toLowerCase(Locale.ROOT);
        return new PaperRow(
                id,
                item.from().toString(),
                kind(visit, item.kind()),
                item.from().id(),
                good ? "found" : "failed",
                visit.say(said),
                item.judgement().code(),
                good,
                false,
                "",
                "",
                List.of());
    }

    private static PaperRow row(Visit visit, Item item, String id, Certificate certificate, boolean checked) {
        return new PaperRow(
                id,
                item.from().toString(),
                kind(visit, certificate.kind()),
                item.from().id(),
                "found",
                visit.say("paper_verified"),
                "",
                true,
                checked,
                certificate.issuer().toString(),
                Moments.day(certificate.issued(), visit.language()),
                Items.nodes(certificate.values()));
    }

    static String kind(Visit visit, String kind) {
        return DeductionKinds.name(kind).in(visit.language().tag());
    }

    /** What is wished for, before anything is gathered: a line for each kind. */
    static List<String> wished(Visit visit, DeductionWish wish) {
        return wish.kinds().stream()
                .sorted()
                .map(kind -> visit.say("paper_of_year", kind(visit, kind), wish.year()))
                .toList();
    }

    /** What was chosen: a line for each. */
    static List<String> chosen(Ports ports, Visit visit, Set<HoldingRef> certificates) {
        return certificates.stream()
                .map(from -> visit.say("paper_from", HandoverPages.siteName(ports, visit, from.service()), from.id()))
                .sorted()
                .toList();
    }
}
