package io.renkei.door.pages.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.delegation.Service;
import io.renkei.ports.people.Actor;
import io.renkei.ports.records.Requester;
import io.renkei.ports.selfinfo.ItemAnswer;
import io.renkei.ports.selfinfo.QuestionId;
import io.renkei.ports.selfinfo.SelfInformation.Progress;
import io.renkei.ports.selfinfo.SelfInformation.Question;
import io.renkei.ports.selfinfo.SelfInformationItem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A person, or who represents them, asks what agencies hold, and sees it. */
final class SelfInformationPages {

    private final Ports ports;

    SelfInformationPages(Ports ports) {
        this.ports = ports;
    }

    /** The items of one field. */
    record Group(String name, String id, List<Choice> choices) {}

    /** @param possible whether an agency is linked that holds it, and the person may see it */
    record Choice(String number, String name, boolean possible, boolean checked, String note) {}

    Answer choose(Visit visit) throws Refused {
        return form(visit, Optional.empty());
    }

    private Answer form(Visit visit, Optional<PagesCode> fault) throws Refused {
        Set<SelfInformationNumber> allowed = allowed(visit, numbers());
        Set<String> checked = new HashSet<>(visit.all("item"));
        Map<String, List<Choice>> fields = new LinkedHashMap<>();
        for (SelfInformationItem item : ports.items().all()) {
            boolean may = allowed.contains(item.number());
            boolean linked = !item.sources().isEmpty();
            fields.computeIfAbsent(item.field(), name -> new ArrayList<>())
                    .add(new Choice(
                            item.number().toString(),
                            Items.name(ports.items(), item.number(), visit.language()),
                            may && linked,
                            checked.contains(item.number().toString()),
                            may ? linked ? "" : visit.say("self_not_linked") : visit.say("self_not_delegated")));
        }
        List<Group> groups = new ArrayList<>();
        fields.forEach((name, choices) -> groups.add(new Group(name, "field-" + groups.size(), choices)));
        String condition = visit.field("condition").isEmpty() ? "latest" : visit.field("condition");
        return Answer.page(
                fault.isPresent() ? 422 : 200,
                View.of("self-information", visit.say("self_title"))
                        .with("groups", groups)
                        .with("latest", condition.equals("latest"))
                        .with("at", condition.equals("at"))
                        .with("range", condition.equals("range"))
                        .with("day", visit.field("day"))
                        .with("from", visit.field("from"))
                        .with("to", visit.field("to"))
                        .with("today", Moments.dayOf(visit.now()).toString())
                        .with("minutes", visit.settings().answersShown().toMinutes())
                        .with(
                                "fault",
                                fault.map(code -> code.sentence(visit.language()))
                                        .orElse(""))
                        .with("faultCode", fault.map(PagesCode::code).orElse("")));
    }

    Answer ask(Visit visit) throws Refused {
        Set<SelfInformationNumber> chosen = new HashSet<>();
        for (String item : visit.all("item")) {
            chosen.add(SelfInformationNumber.parse(item).orElseThrow(() -> new Refused(PagesCode.INPUT)));
        }
        if (chosen.isEmpty()) {
            return form(visit, Optional.of(PagesCode.NOTHING_CHOSEN));
        }
        Optional<AttributeCondition> condition = condition(visit);
        if (condition.isEmpty() || !numbers().containsAll(chosen)) {
            return form(visit, Optional.of(PagesCode.INPUT));
        }
        if (!allowed(visit, chosen).containsAll(chosen)) {
            throw new Refused(PagesCode.NOT_DELEGATED);
        }
        Actor who = visit.actor();
        Requester requester =
                who.isRepresentative() ? new Requester.Representative(who.by()) : new Requester.Principal();
        QuestionId id = ports.selfInformation()
                .ask(new Question(
                        who,
                        requester,
                        chosen.stream().collect(Collectors.toMap(each -> each, each -> condition.get())),
                        visit.now().plus(visit.settings().answersShown())));
        return Answer.see(visit.link("/people/self-information/" + id));
    }

    Answer show(Visit visit) throws Refused {
        Progress progress = progress(visit);
        Map<SelfInformationNumber, ItemAnswer> answers = new LinkedHashMap<>(progress.items());
        answers.keySet().retainAll(allowed(visit, progress.items().keySet()));
        boolean refreshes = !progress.isComplete() && !visit.field("refresh").equals("off");
        String here = visit.link("/people/self-information/" + progress.id());
        Answer page = Answer.page(View.of("answers", visit.say("answers_title"))
                .with("count", Items.count(answers))
                .with("items", Items.answered(visit, ports.items(), answers, Map.of(), Set.of()))
                .with("complete", progress.isComplete())
                .with("refreshes", refreshes)
                .with("seconds", visit.settings().waiting().toSeconds())
                .with("here", here)
                .with("still", visit.link("/people/self-information/" + progress.id() + "?refresh=off"))
                .with("action", "/people/self-information/" + progress.id() + "/forget"));
        return refreshes ? page.with("Refresh", visit.settings().waiting().toSeconds() + "; url=" + here) : page;
    }

    Answer forget(Visit visit) throws Refused {
        ports.selfInformation().forget(progress(visit).id());
        return Answer.see(visit.link("/people/self-information"));
    }

    /** A question of the same person by the same hand; another's answers like an unknown one. */
    private Progress progress(Visit visit) throws Refused {
        Actor who = visit.actor();
        return QuestionId.parse(visit.part("question"))
                .flatMap(ports.selfInformation()::find)
                .filter(found -> found.who().equals(who))
                .orElseThrow(() -> new Refused(PagesCode.NO_SUCH_QUESTION));
    }

    private Set<SelfInformationNumber> numbers() {
        return ports.items().all().stream().map(SelfInformationItem::number).collect(Collectors.toSet());
    }

    private Set<SelfInformationNumber> allowed(Visit visit, Set<SelfInformationNumber> items) throws Refused {
        if (visit.acting().isEmpty()) {
            return items;
        }
        if (!ports.delegations().may(visit.actor(), Service.SELF_INFORMATION)) {
            throw new Refused(PagesCode.NOT_DELEGATED);
        }
        return ports.delegations().allowed(visit.actor(), Service.SELF_INFORMATION, items);
    }

    /** Empty if a day is missing, is none, is to come, or a range ends before it begins. */
    private static Optional<AttributeCondition> condition(Visit visit) {
        LocalDate today = Moments.dayOf(visit.now());
        try {
            return switch (visit.field("condition")) {
                case "latest" -> Optional.of(new AttributeCondition.Latest());
                case "at" ->
                    Optional.of(LocalDate.parse(visit.field("day")))
                            .filter(day -> !day.isAfter(today))
                            .map(AttributeCondition.At::new);
                case "range" ->
                    Optional.of(new AttributeCondition.Range(
                                    LocalDate.parse(visit.field("from")), LocalDate.parse(visit.field("to"))))
                            .filter(range -> !range.to().isAfter(today))
                            .map(AttributeCondition.class::cast);
                default -> Optional.empty();
            };
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
