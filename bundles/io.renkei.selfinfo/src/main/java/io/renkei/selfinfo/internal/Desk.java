package io.renkei.selfinfo.internal;

import io.renkei.api.spi.AttributeSource;
import io.renkei.api.spi.LinkageCodeSource;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.health.Finding;
import io.renkei.ports.records.AccessRecordStore;
import io.renkei.ports.selfinfo.LinkageCodeStore;
import io.renkei.ports.selfinfo.QuestionStore;
import io.renkei.ports.selfinfo.SelfInformation;
import io.renkei.ports.selfinfo.SelfInformationItems;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** All of it together, with what it is made of handed in. */
final class Desk implements AutoCloseable {

    private static final String PART = "self-information";
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Agencies agencies = new Agencies();
    private final Persons persons;
    private final Asker asker;
    private final Sweeper sweeper;
    private final Questions questions;
    private volatile SelfInfoSettings settings;

    /** What is kept, in the database. */
    record Stores(QuestionStore questions, AccessRecordStore records, LinkageCodeStore linkageCodes) {}

    /** @param codes the service of linkage codes, where there is one now */
    Desk(
            SelfInfoSettings settings,
            Stores stores,
            SelfInformationItems items,
            Catalogue catalogue,
            Supplier<Optional<LinkageCodeSource>> codes,
            Clock clock) {
        this.settings = settings;
        Supplier<SelfInfoSettings> used = () -> this.settings;
        Backoff backoff = new Backoff(used, () -> ThreadLocalRandom.current().nextDouble());
        persons = new Persons(stores.linkageCodes(), codes);
        Inquiry inquiry = new Inquiry(stores.questions(), persons, agencies, catalogue, backoff, clock);
        asker = new Asker(stores.questions(), agencies, inquiry, catalogue, used, backoff, clock, LOOK);
        sweeper = new Sweeper(stores.questions(), stores.records(), used, clock);
        questions = new Questions(stores.questions(), items, catalogue, used, clock, asker::wake);
    }

    void start() {
        asker.start();
        sweeper.start();
    }

    void change(SelfInfoSettings changed) {
        settings = changed;
        asker.wake();
    }

    Agencies agencies() {
        return agencies;
    }

    /** An agency is connected now. */
    void connected(AttributeSource source) {
        agencies.add(source);
        asker.connectedAnew(source.destination());
    }

    SelfInformation questions() {
        return questions;
    }

    Sweeper sweeper() {
        return sweeper;
    }

    void wake() {
        asker.wake();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        asker.troubles()
                .forEach((agency, why) -> findings.add(
                        why.needsPerson()
                                ? Finding.critical(
                                        PART,
                                        agency + ": " + SelfInfoCode.MUST_NOT_ASK.line() + " (" + why.code() + ")")
                                : Finding.warning(
                                        PART,
                                        agency + ": " + SelfInfoCode.AGENCY_AWAY.line() + " (" + why.code() + ")")));
        asker.unconnected()
                .forEach(agency -> findings.add(Finding.warning(
                        PART,
                        "Questions wait for " + agency
                                + ", which is not connected. Install or configure its connector, or"
                                + " take it out of agencies.yaml.")));
        persons.trouble()
                .ifPresent(code ->
                        findings.add(Finding.warning(PART, SelfInfoCode.NO_LINKAGE_CODE.line() + " (" + code + ")")));
        return findings.isEmpty() ? List.of(Finding.ok(PART, "No agency is away that questions wait for.")) : findings;
    }

    @Override
    public void close() {
        sweeper.close();
        asker.close();
    }
}
